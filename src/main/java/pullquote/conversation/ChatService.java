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

/**
 * Answers questions for all channels: keeps the history of conversations and answers one question at a time in each.
 */
public final class ChatService {
    /** How long after its last turn a conversation can be continued; then it is deleted. */
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
     * Answers a question and reports progress to the listener.
     *
     * @param channel the channel, such as {@code api}
     * @param id the conversation to continue; an id that is invalid, expired or of another channel starts a new one
     * @throws ConversationBusyException if too many questions of the same conversation are waiting
     */
    public Reply ask(String channel, Optional<String> id, Question asked, AnswerListener listener) {
        Optional<ConversationKey> key =
                id.filter(ConversationKey::isValidId).map(validId -> new ConversationKey(channel, validId));
        if (key.isEmpty()) {
            return ask(ConversationKey.create(channel), List.of(), asked, listener);
        }
        try (var permit = lock.acquire(key.get(), listener)) {
            List<Turn> history = store.loadTurns(key.get(), clock.instant().minus(IDLE_TIMEOUT));
            return ask(history.isEmpty() ? ConversationKey.create(channel) : key.get(), history, asked, listener);
        }
    }

    private Reply ask(ConversationKey conversation, List<Turn> history, Question asked, AnswerListener listener) {
        UnderstoodQuery understood = understanding.understand(asked, history);
        Answer generated = understood instanceof UnderstoodQuery.ForArticles forArticles
                ? answerer.answer(forArticles.question(), listener)
                : emit(((UnderstoodQuery.AnsweredBySmallTalk) understood).answer(), listener);
        Answer answer = suggestedQuestions.addTo(generated, asked, history);
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
     * Stores a user's rating of an answer, replacing an earlier one.
     *
     * @param channel the channel of the answer, such as {@code api}
     * @param comment a comment of at most {@value Feedback#MAX_COMMENT_LENGTH} characters after normalization; a blank
     *     one is ignored
     * @return true if the answer was given in this channel and is still stored
     */
    public boolean rate(String channel, String answerId, Rating rating, Optional<String> comment) {
        return ConversationKey.isValidId(answerId)
                && store.saveFeedback(new Feedback(channel, answerId, rating, comment, clock.instant()));
    }

    /** Returns suggested first questions about an article; empty until they have been generated. */
    public List<String> suggestedQuestions(Article article) {
        return suggestedQuestions.initialQuestions(article);
    }

    /** Returns the health of the conversation store, or empty if it has no external dependency. */
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
