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
import pullquote.text.Transliterator;

/**
 * Has a model say what a follow-up question means, and does not trust it: a name or a number that stands neither in the
 * question nor in what was said before was made up. Then, and where it fails, the rules of {@link RuleBasedQueryRewriter} hold. What
 * the model wrote is searched for as it stands, and with what the conversation adds.
 */
public final class LlmQueryRewriter implements ContextualRewriter {
    private static final Pattern NAME_OR_NUMBER =
            Pattern.compile("(?<=\\S )[\"“(«]?\\p{Lu}[\\p{L}\\p{M}'’-]*|\\p{Nd}+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+|\\p{Nd}+");
    private static final int MAX_LENGTH = 500;

    private final QueryRewriter rewriter;
    private final RuleBasedQueryRewriter ruleBasedRewriter = new RuleBasedQueryRewriter();

    public LlmQueryRewriter(QueryRewriter rewriter) {
        this.rewriter = rewriter;
    }

    @Override
    public Question rewrite(Question asked, List<Turn> before) {
        if (!ruleBasedRewriter.needsContext(asked, before)) {
            return asked;
        }
        List<String> said = formatHistory(before);
        return rewriter.rewrite(asked, said)
                .filter(rewritten -> isGrounded(rewritten.text(), asked, said))
                .flatMap(rewritten -> toQuestion(rewritten, asked))
                .map(meant -> ruleBasedRewriter.expand(meant, before))
                .orElseGet(() -> ruleBasedRewriter.rewrite(asked, before));
    }

    private static List<String> formatHistory(List<Turn> before) {
        var said = new ArrayList<String>();
        for (Turn exchange : before) {
            said.add("Reader: " + exchange.standaloneQuestion());
            if (!exchange.sentences().isEmpty()) {
                said.add("Bot: " + String.join(" ", exchange.sentences()));
            }
        }
        return said;
    }

    private static boolean isGrounded(String text, Question asked, List<String> said) {
        Set<String> known = WORD.matcher(asked.text() + " " + String.join(" ", said))
                .results()
                .map(found -> found.group().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return text.length() <= MAX_LENGTH
                && !text.contains("\n")
                && NAME_OR_NUMBER
                        .matcher(text)
                        .results()
                        .map(MatchResult::group)
                        .flatMap(name -> WORD.matcher(
                                        name.toLowerCase(Locale.ROOT).replaceAll("['’]s$", ""))
                                .results())
                        .allMatch(word -> known.contains(word.group())
                                || known.stream().anyMatch(one -> Transliterator.isSameName(one, word.group())));
    }

    private static Optional<Question> toQuestion(QueryRewriter.RewrittenQuery rewritten, Question asked) {
        try {
            return Optional.of(asked.rephrased(rewritten.text()).withTranslations(rewritten.translations()));
        } catch (InvalidQuestion e) {
            return Optional.empty();
        }
    }
}
