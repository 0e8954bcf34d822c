package pullquote.retrieval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import pullquote.article.Article;
import pullquote.article.Library;
import pullquote.article.Paragraph;
import pullquote.text.Stemmer;

/**
 * Retrieves paragraphs that share words with the query, ranked by BM25 over stems. Each language has its own index
 * field.
 */
public final class Bm25Retriever implements Retriever {
    private static final String ARTICLE_FIELD = "article";

    private record IndexedParagraph(Article article, Paragraph paragraph) {}

    private final List<IndexedParagraph> entries = new ArrayList<>();
    private final Set<String> languages;
    private final IndexSearcher searcher;

    public Bm25Retriever(Library library) {
        languages = library.articles().stream()
                .map(article -> article.frontMatter().language())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        try {
            searcher = new IndexSearcher(DirectoryReader.open(buildIndex(library)));
        } catch (IOException e) {
            throw new UncheckedIOException("Failed to write in-memory index.", e);
        }
    }

    private ByteBuffersDirectory buildIndex(Library library) throws IOException {
        var directory = new ByteBuffersDirectory();
        var analyzers = new PerFieldAnalyzerWrapper(
                Stemmer.analyzer("en"), languages.stream().collect(Collectors.toMap(l -> l, Stemmer::analyzer)));
        // Without merges, documents keep their order and a document number is an index into entries.
        var config = new IndexWriterConfig(analyzers).setMergePolicy(NoMergePolicy.INSTANCE);
        try (var writer = new IndexWriter(directory, config)) {
            for (Article article : library.articles()) {
                for (Paragraph paragraph : article.paragraphs()) {
                    var document = new Document();
                    document.add(new StringField(ARTICLE_FIELD, article.id(), Field.Store.NO));
                    document.add(new TextField(article.frontMatter().language(), paragraph.text(), Field.Store.NO));
                    writer.addDocument(document);
                    entries.add(new IndexedParagraph(article, paragraph));
                }
            }
        }
        return directory;
    }

    @Override
    public List<Passage> retrieve(Query query, int limit) {
        if (limit == 0 || entries.isEmpty()) {
            return List.of();
        }
        var search = new BooleanQuery.Builder().add(anyTermQuery(query), Occur.MUST);
        query.articleId().ifPresent(id -> search.add(new TermQuery(new Term(ARTICLE_FIELD, id)), Occur.FILTER));
        try {
            var passages = new ArrayList<Passage>();
            for (ScoreDoc hit : searcher.search(search.build(), limit).scoreDocs) {
                IndexedParagraph entry = entries.get(hit.doc);
                passages.add(new Passage(entry.article, entry.paragraph, hit.score));
            }
            return passages;
        } catch (IOException e) {
            throw new UncheckedIOException("Failed to search in-memory index.", e);
        }
    }

    /**
     * Returns a query for any stem. Lucene allows 1,024 clauses including the article filter; further stems are
     * ignored.
     */
    private BooleanQuery anyTermQuery(Query query) {
        int maxStems = (IndexSearcher.getMaxClauseCount() - 1) / languages.size();
        var stems = new BooleanQuery.Builder();
        for (String language : languages) {
            stemWeights(query, language).entrySet().stream()
                    .limit(maxStems)
                    .forEach(stem -> stems.add(
                            new BoostQuery(
                                    new TermQuery(new Term(language, stem.getKey())),
                                    stem.getValue().floatValue()),
                            Occur.SHOULD));
        }
        return stems.build();
    }

    /**
     * Returns the weight of each stem, those of the query text first. A stem of several expansion words gets the
     * highest weight.
     */
    private static Map<String, Double> stemWeights(Query query, String language) {
        var expansion = new LinkedHashMap<String, Double>();
        query.expansion().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(word -> Stemmer.stems(word.getKey(), language)
                        .forEach(stem -> expansion.merge(stem, word.getValue(), Math::max)));
        var weights = new LinkedHashMap<String, Double>();
        Stemmer.stems(query.textIn(language).orElse(query.text()), language).forEach(stem -> weights.put(stem, 1.0));
        weights.putAll(expansion);
        return weights;
    }
}
