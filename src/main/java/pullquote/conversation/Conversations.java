package pullquote.conversation;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import pullquote.answer.Answer;
import pullquote.answer.AnswerListener;
import pullquote.answer.Answerer;
import pullquote.answer.Condition;
import pullquote.answer.Question;
import pullquote.article.Article;
import pullquote.article.Library;

/** The one way in for every channel: it knows what was said before, and has one question at a time answered. */
public final class Conversations {
    /** How long after its last exchange a conversation can be gone on with. */
    public static final Duration IDLE = Duration.ofHours(24);

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Answerer answerer;
    private final Understanding understanding;
    private final Memory memory;
    private final SmallTalk smallTalk;
    private final Suggestions suggestions;
    private final Clock clock;
    private final Turns turns = new Turns(PATIENCE);

    public Conversations(
            Answerer answerer,
            Understanding understanding,
            Memory memory,
            SmallTalk smallTalk,
            Suggestions suggestions,
            Clock clock) {
        this.answerer = answerer;
        this.understanding = understanding;
        this.memory = memory;
        this.smallTalk = smallTalk;
        this.suggestions = suggestions;
        this.clock = clock;
    }

    /** Such as know of no article but from their answerer. */
    public Conversations(Answerer answerer, Understanding understanding, Memory memory, Clock clock) {
        this(
                answerer,
                understanding,
                memory,
                new SmallTalk(() -> new Library(List.of())),
                new Suggestions(new Library(List.of()), answerer),
                clock);
    }

    /** Such as remember for as long as the process runs, and take every question as it is. */
    public Conversations(Answerer answerer) {
        this(answerer, Understanding.LITERAL, new ShortMemory(), Clock.systemUTC());
    }

    /**
     * Asks, and tells the listener what becomes of it.
     *
     * @param channel through which it is asked, such as {@code api}
     * @param id the conversation to go on with; one that is not known in this channel, or idle for too long, begins a
     *     new one
     * @throws ConversationBusy if too many questions of the same conversation are still being answered
     */
    public Reply ask(String channel, Optional<String> id, Question asked, AnswerListener listener) {
        Optional<Conversation> named = id.filter(Conversation::isId).map(given -> new Conversation(channel, given));
        if (named.isEmpty()) {
            return ask(Conversation.begin(channel), List.of(), asked, listener);
        }
        try (var turn = turns.take(named.get(), listener)) {
            List<Exchange> before = memory.find(named.get(), clock.instant().minus(IDLE));
            return ask(before.isEmpty() ? Conversation.begin(channel) : named.get(), before, asked, listener);
        }
    }

    private Reply ask(Conversation conversation, List<Exchange> before, Question asked, AnswerListener listener) {
        Answer said = smallTalk
                .answer(asked, before)
                .map(chat -> told(chat, listener))
                .orElseGet(() -> {
                    Question aimed = smallTalk.aimed(asked, before);
                    return answerer.answer(
                            before.isEmpty() ? aimed : understanding.standalone(aimed, before), listener);
                });
        Answer answer = suggestions.beside(said, asked, before);
        // What was broken off because nobody listened has not been said.
        if (!listener.wasMissed()) {
            memory.append(conversation, Exchange.of(asked, answer, clock.instant()));
        }
        return new Reply(conversation.id(), asked, answer);
    }

    private static Answer told(Answer answer, AnswerListener listener) {
        listener.passages(List.of());
        answer.sentences().forEach(sentence -> listener.sentence(sentence, answer.citations()));
        return answer;
    }

    /**
     * Keeps what a reader thinks of an answer, in place of what he thought of it before.
     *
     * @param channel through which he got it, such as {@code api}
     * @param comment in his own words, at most {@value Feedback#LONGEST_COMMENT} characters when it is cleaned; one in
     *     which there is nothing to be seen is none
     * @return whether there is such an answer: given in this channel, and still remembered
     */
    public boolean rate(String channel, String answerId, Rating rating, Optional<String> comment) {
        return Conversation.isId(answerId)
                && memory.rate(new Feedback(channel, answerId, rating, comment, clock.instant()));
    }

    /** What to ask an article first: a few questions that it answers; none as long as they are being looked for. */
    public List<String> suggestions(Article article) {
        return suggestions.of(article);
    }

    /** How what they are remembered with is doing, if it is of a kind that can fail. */
    public Optional<Condition> condition() {
        return memory.condition();
    }
}
