package pullquote.conversation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import pullquote.answer.Answer;
import pullquote.answer.AnswerListener;
import pullquote.answer.Answerer;
import pullquote.answer.Evidence;
import pullquote.answer.HealthStatus;
import pullquote.answer.Sentence;
import pullquote.article.Article;
import pullquote.article.Library;
import pullquote.conversation.store.ConversationKey;
import pullquote.conversation.store.ConversationStore;
import pullquote.conversation.store.Feedback;
import pullquote.conversation.store.InMemoryConversationStore;
import pullquote.conversation.store.Rating;
import pullquote.conversation.suggest.SuggestedQuestions;
import pullquote.query.ContextualRewriter;
import pullquote.query.QueryTranslator;
import pullquote.query.Question;
import pullquote.query.StoredCitation;
import pullquote.query.Turn;

/** The one way in for every channel: it knows what was said before, and has one question at a time answered. */
public final class ChatService {
    /** How long after its last exchange a conversation can be gone on with. */
    public static final Duration IDLE_TIMEOUT = Duration.ofHours(24);

    private static final Library NO_ARTICLES = new Library(List.of());
    private static final Duration LOCK_TIMEOUT = Duration.ofSeconds(30);

    private final Answerer answerer;
    private final QueryUnderstanding understanding;
    private final ConversationStore store;
    private final SuggestedQuestions suggestedQuestions;
    private final Clock clock;
    private final ConversationLock lock = new ConversationLock(LOCK_TIMEOUT);

    public ChatService(
            Answerer answerer,
            QueryUnderstanding understanding,
            ConversationStore store,
            SuggestedQuestions suggestedQuestions,
            Clock clock) {
        this.answerer = answerer;
        this.understanding = understanding;
        this.store = store;
        this.suggestedQuestions = suggestedQuestions;
        this.clock = clock;
    }

    /** Creates a service without small talk and suggestions. */
    public ChatService(Answerer answerer, ContextualRewriter rewriter, ConversationStore store, Clock clock) {
        this(
                answerer,
                new QueryUnderstanding(() -> NO_ARTICLES, rewriter, QueryTranslator.NONE),
                store,
                new SuggestedQuestions(NO_ARTICLES, answerer),
                clock);
    }

    /** Creates a service that keeps conversations in memory and takes every question as it is. */
    public ChatService(Answerer answerer) {
        this(answerer, ContextualRewriter.IDENTITY, new InMemoryConversationStore(), Clock.systemUTC());
    }

    /**
     * Asks, and tells the listener what becomes of it.
     *
     * @param channel through which it is asked, such as {@code api}
     * @param id the conversation to go on with; one that is not known in this channel, or idle for too long, begins a
     *     new one
     * @throws ConversationBusyException if too many questions of the same conversation are still being answered
     */
    public Reply ask(String channel, Optional<String> id, Question asked, AnswerListener listener) {
        Optional<ConversationKey> named =
                id.filter(ConversationKey::isValidId).map(given -> new ConversationKey(channel, given));
        if (named.isEmpty()) {
            return ask(ConversationKey.create(channel), List.of(), asked, listener);
        }
        try (var turn = lock.acquire(named.get(), listener)) {
            List<Turn> before = store.loadTurns(named.get(), clock.instant().minus(IDLE_TIMEOUT));
            return ask(before.isEmpty() ? ConversationKey.create(channel) : named.get(), before, asked, listener);
        }
    }

    private Reply ask(ConversationKey conversation, List<Turn> before, Question asked, AnswerListener listener) {
        UnderstoodQuery understood = understanding.understand(asked, before);
        Answer said = understood instanceof UnderstoodQuery.ForArticles forArticles
                ? answerer.answer(forArticles.question(), listener)
                : emit(((UnderstoodQuery.AnsweredBySmallTalk) understood).answer(), listener);
        Answer answer = suggestedQuestions.addTo(said, asked, before);
        // An answer that was cut short because the client disconnected is not part of the conversation.
        if (!listener.wasCancelled()) {
            store.append(conversation, toTurn(asked, answer, clock.instant()));
        }
        return new Reply(conversation.id(), asked, answer);
    }

    private static Answer emit(Answer answer, AnswerListener listener) {
        listener.onPassages(List.of());
        answer.sentences().forEach(sentence -> listener.onSentence(sentence, answer.citations()));
        return answer;
    }

    /**
     * Keeps what a reader thinks of an answer, in place of what he thought of it before.
     *
     * @param channel through which he got it, such as {@code api}
     * @param comment in his own words, at most {@value Feedback#MAX_COMMENT_LENGTH} characters when it is cleaned; one in
     *     which there is nothing to be seen is none
     * @return whether there is such an answer: given in this channel, and still remembered
     */
    public boolean rate(String channel, String answerId, Rating rating, Optional<String> comment) {
        return ConversationKey.isValidId(answerId)
                && store.saveFeedback(new Feedback(channel, answerId, rating, comment, clock.instant()));
    }

    /** What to ask an article first: a few questions that it answers; none as long as they are being looked for. */
    public List<String> suggestedQuestions(Article article) {
        return suggestedQuestions.initialQuestions(article);
    }

    /** How what they are remembered with is doing, if it is of a kind that can fail. */
    public Optional<HealthStatus> storeHealth() {
        return store.health();
    }

    private static Turn toTurn(Question asked, Answer answer, Instant answeredAt) {
        return new Turn(
                answer.id(),
                asked.text(),
                answer.question().text(),
                answer.reason(),
                answer.sentences().stream().map(Sentence::text).toList(),
                answer.citations().stream()
                        .map(citation -> toStoredCitation(citation.evidence()))
                        .toList(),
                answeredAt);
    }

    private static StoredCitation toStoredCitation(Evidence evidence) {
        return new StoredCitation(
                evidence.article().id(),
                evidence.article().version(),
                evidence.paragraph().number(),
                evidence.span().start(),
                evidence.span().end(),
                evidence.quote());
    }
}
