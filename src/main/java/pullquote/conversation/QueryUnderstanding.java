package pullquote.conversation;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import pullquote.article.Library;
import pullquote.query.ContextualRewriter;
import pullquote.query.QueryTranslator;
import pullquote.query.Question;
import pullquote.query.Turn;
import pullquote.text.Messages;

/**
 * Understands what a user typed, in one step: small talk or a question about the articles; a follow-up in full; its
 * translation into the languages of the articles.
 */
public final class QueryUnderstanding {
    private final Supplier<Library> library;
    private final SmallTalk smallTalk;
    private final ContextualRewriter rewriter;
    private final QueryTranslator translator;

    public QueryUnderstanding(Supplier<Library> library, ContextualRewriter rewriter, QueryTranslator translator) {
        this.library = library;
        this.smallTalk = new SmallTalk(library);
        this.rewriter = rewriter;
        this.translator = translator;
    }

    /**
     * Returns what the user means. Never fails: what cannot be rewritten or translated is taken as it was typed.
     *
     * @param history the previous turns of the conversation, oldest first
     */
    UnderstoodQuery understand(Question typed, List<Turn> history) {
        Question asked = withMessageLanguage(typed);
        return smallTalk
                .answer(asked, history)
                .<UnderstoodQuery>map(UnderstoodQuery.AnsweredBySmallTalk::new)
                .orElseGet(() -> new UnderstoodQuery.ForArticles(translator.translate(standalone(asked, history))));
    }

    private Question standalone(Question asked, List<Turn> history) {
        Question question = smallTalk.rewriteAboutQuestion(asked, history);
        return history.isEmpty() ? question : rewriter.rewrite(question, history);
    }

    /** Where there are no messages in the reader's language, those in the language of the articles serve better than English. */
    private Question withMessageLanguage(Question asked) {
        if (Messages.languageFor(asked.language()).isPresent()) {
            return asked;
        }
        List<String> languages = library.get().articles(asked.articleId()).stream()
                .map(article -> article.frontMatter().language())
                .distinct()
                .collect(Collectors.toList());
        return languages.size() == 1
                ? Messages.languageFor(languages.get(0))
                        .map(asked::withMessageLanguage)
                        .orElse(asked)
                : asked;
    }
}
