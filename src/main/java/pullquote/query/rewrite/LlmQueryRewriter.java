package pullquote.query.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import pullquote.query.ContextualRewriter;
import pullquote.query.InvalidQuestion;
import pullquote.query.QueryRewriter;
import pullquote.query.Question;
import pullquote.query.Turn;
import pullquote.text.Tokenizer;
import pullquote.text.Transliterator;

/**
 * Rewrites follow-up questions with an LLM and verifies the result: it must not contain a name or number that is not in
 * the question or the conversation. If the LLM fails or the check rejects its text, {@link RuleBasedQueryRewriter}
 * rewrites the question. An accepted text is searched for with expansion terms from the conversation.
 */
public final class LlmQueryRewriter implements ContextualRewriter {
    private static final Pattern NAME_OR_NUMBER =
            Pattern.compile("(?<=\\S )[\"“(«]?\\p{Lu}[\\p{L}\\p{M}'’-]*|\\p{Nd}+");
    private static final int MAX_LENGTH = 500;

    private final QueryRewriter rewriter;
    private final RuleBasedQueryRewriter ruleBasedRewriter = new RuleBasedQueryRewriter();

    public LlmQueryRewriter(QueryRewriter rewriter) {
        this.rewriter = rewriter;
    }

    @Override
    public Question rewrite(Question question, List<Turn> history) {
        if (!ruleBasedRewriter.needsContext(question, history)) {
            return question;
        }
        List<String> messages = formatHistory(history);
        return rewriter.rewrite(question, messages)
                .filter(rewritten -> isGrounded(rewritten.text(), question, messages))
                .flatMap(rewritten -> toQuestion(rewritten, question))
                .map(standalone -> ruleBasedRewriter.expand(standalone, history))
                .orElseGet(() -> ruleBasedRewriter.rewrite(question, history));
    }

    private static List<String> formatHistory(List<Turn> history) {
        var messages = new ArrayList<String>();
        for (Turn turn : history) {
            messages.add("Reader: " + turn.standaloneQuestion());
            if (!turn.sentences().isEmpty()) {
                messages.add("Bot: " + String.join(" ", turn.sentences()));
            }
        }
        return messages;
    }

    private static boolean isGrounded(String text, Question question, List<String> messages) {
        Set<String> known = Tokenizer.LETTERS_OR_DIGITS
                .words(question.text() + " " + String.join(" ", messages))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return text.length() <= MAX_LENGTH
                && !text.contains("\n")
                && NAME_OR_NUMBER
                        .matcher(text)
                        .results()
                        .map(MatchResult::group)
                        .flatMap(name -> Tokenizer.LETTERS_OR_DIGITS.words(
                                name.toLowerCase(Locale.ROOT).replaceAll("['’]s$", "")))
                        .allMatch(word -> known.contains(word)
                                || known.stream().anyMatch(one -> Transliterator.isSameName(one, word)));
    }

    private static Optional<Question> toQuestion(QueryRewriter.RewrittenQuery rewritten, Question question) {
        try {
            return Optional.of(question.rephrased(rewritten.text()).withTranslations(rewritten.translations()));
        } catch (InvalidQuestion e) {
            return Optional.empty();
        }
    }
}
