package pullquote.verify;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pullquote.text.BilingualLexicon;
import pullquote.text.Gazetteer;
import pullquote.text.Gazetteer.NameMention;
import pullquote.text.Quantity;
import pullquote.text.QuantityParser;
import pullquote.text.Tokenizer;
import pullquote.text.Word;

/**
 * A Russian or Kazakh sentence split into the parts that can be compared with an English one: numbers and dates, names,
 * quotations, negation, attribution, and the English meanings of the other words.
 */
final class TranslatedSentence {
    private static final Pattern QUOTATION = Pattern.compile("«([^«»]+)»|“([^“”]+)”|„([^„“”]+)[“”]|\"([^\"]+)\"");
    private static final Pattern SENTENCE_START = Pattern.compile("(?:^|[.!?:…][”\"»]?\\s+)[«“„\"(—– ]*$");
    private static final Pattern CLAUSE_BOUNDARY = Pattern.compile(".*[,;:—–!?…].*");
    private static final Map<String, Set<String>> STEM_CACHE = new ConcurrentHashMap<>();

    /**
     * A word.
     *
     * @param englishStems stems of its English meanings; empty if unknown or for a function word
     * @param clauseIndex the number of its clause
     * @param sentenceInitial true if it opens a sentence, where a capital letter means nothing
     * @param quoted true if it is inside quotation marks
     */
    record Term(
            String text,
            int start,
            Set<String> englishStems,
            int clauseIndex,
            boolean sentenceInitial,
            boolean quoted,
            boolean functionWord) {
        boolean isCapitalized() {
            return Character.isUpperCase(text.codePointAt(0));
        }

        String lower() {
            return text.toLowerCase(Locale.ROOT);
        }

        int end() {
            return start + text.length();
        }

        /** Returns the term with more meanings. A function word stays one. */
        private Term withTranslations(Set<String> more) {
            Set<String> all =
                    Stream.concat(englishStems.stream(), more.stream()).collect(Collectors.toUnmodifiableSet());
            return functionWord ? this : new Term(text, start, all, clauseIndex, sentenceInitial, quoted, false);
        }

        boolean hasTranslation() {
            return !englishStems.isEmpty();
        }
    }

    private final String text;
    private final Morphology morphology;
    private final List<Term> terms = new ArrayList<>();
    private final List<Quantity> quantities;
    private final List<NameMention> knownNames;
    private final List<String> quotations = new ArrayList<>();

    /**
     * Analyses a sentence.
     *
     * @param language {@code ru} or {@code kk}
     */
    TranslatedSentence(String text, String language) {
        this.text = text;
        this.morphology = Morphology.of(language);
        this.quantities = QuantityParser.parse(text, language);
        this.knownNames = Gazetteer.find(text);
        List<MatchResult> quoted = QUOTATION.matcher(text).results().toList();
        quoted.forEach(
                one -> quotations.add(one.group().substring(1, one.group().length() - 1)));
        int clause = 0;
        int end = 0;
        for (MatchResult word : Tokenizer.HYPHENATED.tokenize(text)) {
            String between = text.substring(end, word.start());
            if (end > 0 && (CLAUSE_BOUNDARY.matcher(between).matches() || morphology.isClauseOpener(word.group()))) {
                clause++;
            }
            boolean opens =
                    SENTENCE_START.matcher(text.substring(0, word.start())).find();
            boolean within = quoted.stream().anyMatch(one -> one.start() < word.start() && word.end() < one.end());
            boolean small = BilingualLexicon.isFunctionWord(word.group(), language)
                    || !terms.isEmpty() && morphology.isAuxiliary(word.group(), terms.get(terms.size() - 1).text);
            Set<String> english = small ? Set.of() : translate(word.group(), language);
            terms.add(new Term(word.group(), word.start(), english, clause, opens, within, small));
            if (between.isBlank()) {
                addTwoWordTranslations(language);
            }
            end = word.end();
        }
    }

    String text() {
        return text;
    }

    Morphology morphology() {
        return morphology;
    }

    List<Term> terms() {
        return terms;
    }

    List<Quantity> quantities() {
        return quantities;
    }

    /** Returns the names that have another form in English. */
    List<NameMention> knownNames() {
        return knownNames;
    }

    /** Returns the text between quotation marks. */
    List<String> quotations() {
        return quotations;
    }

    /** Returns the content words, without numbers, known names and quotations. */
    List<Term> contentTerms() {
        return terms.stream()
                .filter(term -> !term.functionWord && !term.quoted && !isNumber(term) && !isKnownName(term))
                .filter(term -> !morphology.isNegator(term.lower()))
                .toList();
    }

    boolean isNumber(Term term) {
        return Character.isDigit(term.text.charAt(0))
                || quantities.stream().anyMatch(one -> one.start() <= term.start && term.start < one.end());
    }

    boolean isKnownName(Term term) {
        return knownNames.stream().anyMatch(one -> one.start() <= term.start && term.start < one.end());
    }

    /** Returns true if the word can be a title and the next one its complement: "директор школы". */
    boolean isTitleWithComplement(int place, int next) {
        return place >= 0
                && terms.get(place).hasTranslation()
                && !isVerb(terms.get(place))
                && text.substring(terms.get(place).end(), terms.get(next).start())
                        .isBlank();
    }

    /** Returns true if the word is a reporting word. */
    boolean isReportingWord(Term term) {
        return morphology.isAttribution(term.lower()) || term.englishStems.contains("say") && isVerb(term);
    }

    /** Returns true if the sentence attributes what it says to someone. */
    boolean isReported() {
        return terms.stream().anyMatch(term -> !term.quoted && isReportingWord(term));
    }

    /** Returns the negated clauses. */
    Set<Integer> negatedClauses() {
        var denied = new HashSet<Integer>();
        for (int i = 0; i < terms.size(); i++) {
            Term term = terms.get(i);
            String next = i + 1 < terms.size() ? terms.get(i + 1).lower() : "";
            if (!term.quoted && !isKnownName(term) && morphology.isNegating(term.lower(), next)) {
                denied.add(term.clauseIndex);
            }
        }
        return denied;
    }

    /** Returns true if the word can be a verb. Some nouns have the same form. */
    boolean isVerb(Term term) {
        int next = terms.indexOf(term) + 1;
        boolean last = next == terms.size() || terms.get(next).clauseIndex != term.clauseIndex;
        return morphology.isVerb(term.lower()) || last && morphology.isClauseFinalVerb(term.lower());
    }

    /**
     * Returns true if the verb is negated in a clause with a negation. Of two joined verbs, one can lack the negation.
     */
    boolean isNegated(Term verb, Set<Integer> denied) {
        boolean another = terms.stream()
                .anyMatch(term -> term.clauseIndex == verb.clauseIndex
                        && isVerb(term)
                        && isDirectlyNegated(term)
                        && isCoordinated(verb, term));
        return denied.contains(verb.clauseIndex) && (!another || isDirectlyNegated(verb));
    }

    private boolean isCoordinated(Term one, Term other) {
        return terms.stream()
                .filter(term ->
                        Math.min(one.start, other.start) < term.start && term.start < Math.max(one.start, other.start))
                .anyMatch(term -> morphology.isConjunction(term.lower()));
    }

    /** Returns true if the negation belongs to the verb itself. */
    boolean isDirectlyNegated(Term verb) {
        int at = terms.indexOf(verb);
        String before = at > 0 ? terms.get(at - 1).lower() : "";
        String next = at + 1 < terms.size() ? terms.get(at + 1).lower() : "";
        return morphology.isNegating(verb.lower(), "") || morphology.isNegatedByContext(before, next);
    }

    /** Adds the meanings of two-word expressions to both words: "бас тартты" is one verb, "refused". */
    private void addTwoWordTranslations(String language) {
        int last = terms.size() - 1;
        if (last > 0) {
            Set<String> together = translate(terms.get(last - 1).text + "_" + terms.get(last).text, language);
            terms.set(last - 1, terms.get(last - 1).withTranslations(together));
            terms.set(last, terms.get(last).withTranslations(together));
        }
    }

    private static Set<String> translate(String word, String language) {
        return BilingualLexicon.translate(word, language).stream()
                .flatMap(english -> stemsOf(english).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns the stems of an English word. Stop words have no stem and stand for themselves. */
    private static Set<String> stemsOf(String english) {
        return STEM_CACHE.computeIfAbsent(english, word -> {
            List<Word> words = Word.tokenize(word, "en");
            return words.stream()
                    .flatMap(one -> Stream.of(Lemmatizer.lemma(one), one.lower()))
                    .filter(stem -> !stem.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());
        });
    }

    @Override
    public String toString() {
        return text;
    }
}
