package pullquote.llm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pullquote.answer.Evidence;
import pullquote.answer.GeneratorException;
import pullquote.article.Article;
import pullquote.article.Paragraph;
import pullquote.query.Question;
import pullquote.retrieval.Passage;

/**
 * The paragraphs that a language model gets to read: the whole article if the reader has chosen one and it fits, otherwise
 * the retrieved passages, each with the paragraph before and after it.
 *
 * @param groups runs of adjacent paragraphs, those with the best passage first; within a run in reading order
 */
record PromptContext(List<List<PromptParagraph>> groups) {
    private static final Logger log = LoggerFactory.getLogger(PromptContext.class);

    /** In characters, titles included: about 8,000 tokens of English, which every supported model can read. */
    static final int MAX_CHARACTERS = 24_000;

    /**
     * A paragraph of the prompt.
     *
     * @param isRetrieved false for a paragraph that is there only as the neighbour of a retrieved one
     */
    record PromptParagraph(Article article, Paragraph paragraph, boolean isRetrieved) {
        List<Evidence> sentences() {
            return article.sentences(paragraph).stream()
                    .map(span -> new Evidence(article, paragraph, span))
                    .toList();
        }

        private boolean isNextTo(PromptParagraph other) {
            return article == other.article && Math.abs(paragraph.number() - other.paragraph.number()) == 1;
        }
    }

    PromptContext {
        groups = groups.stream().map(List::copyOf).toList();
    }

    /**
     * Selects the paragraphs.
     *
     * @throws GeneratorException if not even one passage fits
     */
    static PromptContext select(Question question, List<Passage> passages) throws GeneratorException {
        if (question.articleId().isPresent() && !passages.isEmpty()) {
            Article article = passages.get(0).article();
            if (length(article) <= MAX_CHARACTERS) {
                return new PromptContext(List.of(article.paragraphs().stream()
                        .map(paragraph -> new PromptParagraph(article, paragraph, true))
                        .toList()));
            }
        }
        return withNeighbours(passages);
    }

    /** Returns all sentences in the order of the prompt. */
    List<Evidence> sentences() {
        return groups.stream()
                .flatMap(List::stream)
                .flatMap(paragraph -> paragraph.sentences().stream())
                .toList();
    }

    /** A passage that does not fit is left out whole: half a paragraph can say the opposite of the whole one. */
    private static PromptContext withNeighbours(List<Passage> passages) throws GeneratorException {
        Map<Key, PromptParagraph> selected = new LinkedHashMap<>();
        int left = MAX_CHARACTERS;
        for (Passage passage : passages) {
            int length = passage.article().frontMatter().title().length()
                    + passage.paragraph().text().length();
            if (length <= left) {
                add(selected, new PromptParagraph(passage.article(), passage.paragraph(), true));
                left -= length;
            }
        }
        if (selected.size() < passages.size()) {
            log.info(
                    "{} of {} passages are too long for the prompt",
                    passages.size() - selected.size(),
                    passages.size());
        }
        if (selected.isEmpty()) {
            throw new GeneratorException("every passage is longer than " + MAX_CHARACTERS + " characters");
        }
        for (PromptParagraph retrieved : List.copyOf(selected.values())) {
            for (PromptParagraph neighbour : neighbours(retrieved).toList()) {
                int length = neighbour.paragraph.text().length();
                if (length <= left && add(selected, neighbour)) {
                    left -= length;
                }
            }
        }
        return new PromptContext(group(List.copyOf(selected.values())));
    }

    private record Key(String articleId, int paragraph) {}

    private static boolean add(Map<Key, PromptParagraph> selected, PromptParagraph paragraph) {
        var key = new Key(paragraph.article.id(), paragraph.paragraph.number());
        return selected.putIfAbsent(key, paragraph) == null;
    }

    private static Stream<PromptParagraph> neighbours(PromptParagraph retrieved) {
        List<Paragraph> all = retrieved.article.paragraphs();
        int index = retrieved.paragraph.number() - 1;
        return Stream.of(index - 1, index + 1)
                .filter(i -> i >= 0 && i < all.size())
                .map(i -> new PromptParagraph(retrieved.article, all.get(i), false));
    }

    /** Joins adjacent paragraphs. A run takes the place of its best passage. */
    private static List<List<PromptParagraph>> group(List<PromptParagraph> paragraphs) {
        var groups = new ArrayList<List<PromptParagraph>>();
        var open = new ArrayList<>(paragraphs);
        while (!open.isEmpty()) {
            var group = new ArrayList<PromptParagraph>(List.of(open.remove(0)));
            boolean grown = true;
            while (grown) {
                grown = false;
                for (var candidates = open.iterator(); candidates.hasNext(); ) {
                    PromptParagraph candidate = candidates.next();
                    if (candidate.isNextTo(group.get(0))
                            && candidate.paragraph.number()
                                    < group.get(0).paragraph.number()) {
                        group.add(0, candidate);
                    } else if (candidate.isNextTo(group.get(group.size() - 1))) {
                        group.add(candidate);
                    } else {
                        continue;
                    }
                    candidates.remove();
                    grown = true;
                }
            }
            groups.add(group);
        }
        return groups;
    }

    private static int length(Article article) {
        return article.frontMatter().title().length()
                + article.paragraphs().stream()
                        .mapToInt(paragraph -> paragraph.text().length())
                        .sum();
    }
}
