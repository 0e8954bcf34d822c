package pullquote.conversation.followup;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import pullquote.answer.InvalidQuestion;
import pullquote.answer.Question;
import pullquote.answer.Rewriter;
import pullquote.conversation.Exchange;
import pullquote.conversation.Understanding;
import pullquote.language.Romanization;

/**
 * Has a model say what a follow-up question means, and does not trust it: a name or a number that stands neither in the
 * question nor in what was said before was made up. Then, and where it fails, the rules of {@link FollowUps} hold. What
 * the model wrote is searched for as it stands, and with what the conversation adds.
 */
public final class ByModel implements Understanding {
    private static final Pattern NAME_OR_NUMBER =
            Pattern.compile("(?<=\\S )[\"“(«]?\\p{Lu}[\\p{L}\\p{M}'’-]*|\\p{Nd}+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+|\\p{Nd}+");
    private static final int LONGEST = 500;

    private final Rewriter rewriter;
    private final FollowUps rules = new FollowUps();

    public ByModel(Rewriter rewriter) {
        this.rewriter = rewriter;
    }

    @Override
    public Question standalone(Question asked, List<Exchange> before) {
        if (!rules.leans(asked, before)) {
            return asked;
        }
        List<String> said = said(before);
        return rewriter.standalone(asked, said)
                .filter(rewritten -> isTrusted(rewritten.text(), asked, said))
                .flatMap(rewritten -> question(rewritten, asked))
                .map(meant -> rules.expanded(meant, before))
                .orElseGet(() -> rules.standalone(asked, before));
    }

    private static List<String> said(List<Exchange> before) {
        var said = new ArrayList<String>();
        for (Exchange exchange : before) {
            said.add("Reader: " + exchange.standalone());
            if (!exchange.sentences().isEmpty()) {
                said.add("Bot: " + String.join(" ", exchange.sentences()));
            }
        }
        return said;
    }

    private static boolean isTrusted(String text, Question asked, List<String> said) {
        Set<String> known = WORD.matcher(asked.text() + " " + String.join(" ", said))
                .results()
                .map(found -> found.group().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return text.length() <= LONGEST
                && !text.contains("\n")
                && NAME_OR_NUMBER
                        .matcher(text)
                        .results()
                        .map(MatchResult::group)
                        .flatMap(name -> WORD.matcher(
                                        name.toLowerCase(Locale.ROOT).replaceAll("['’]s$", ""))
                                .results())
                        .allMatch(word -> known.contains(word.group())
                                || known.stream().anyMatch(one -> Romanization.areSame(one, word.group())));
    }

    private static Optional<Question> question(Rewriter.Rewritten rewritten, Question asked) {
        try {
            return Optional.of(Question.of(rewritten.text(), Optional.of(asked.language()), asked.articleId())
                    .translatedAs(rewritten.translations()));
        } catch (InvalidQuestion e) {
            return Optional.empty();
        }
    }
}
