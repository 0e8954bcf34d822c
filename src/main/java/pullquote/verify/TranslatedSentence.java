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
 * A Russian or Kazakh sentence taken apart into what can be checked against an English one: its numbers and dates, its
 * names, the words it quotes, what it denies, who it says has said so, and what its other words are in English.
 */
final class TranslatedSentence {
    private static final Pattern QUOTATION = Pattern.compile("«([^«»]+)»|“([^“”]+)”|„([^„“”]+)[“”]|\"([^\"]+)\"");
    private static final Pattern SENTENCE_START = Pattern.compile("(?:^|[.!?:…][”\"»]?\\s+)[«“„\"(—– ]*$");
    private static final Pattern CLAUSE_BOUNDARY = Pattern.compile(".*[,;:—–!?…].*");
    private static final Map<String, Set<String>> STEM_CACHE = new ConcurrentHashMap<>();

    /**
     * A word of it.
     *
     * @param english stems of what it may be in English; none if that is not known, or it says nothing by itself
     * @param clause which clause it stands in
     * @param opens whether it opens a sentence, where a capital tells nothing
     * @param quoted whether it stands between quotation marks
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

        /** The same, if it may say this as well; a small word still says nothing. */
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

    /** @param language {@code ru} or {@code kk} */
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

    /** What it names that is known by other names in English. */
    List<NameMention> knownNames() {
        return knownNames;
    }

    /** What stands between quotation marks, without them. */
    List<String> quotations() {
        return quotations;
    }

    /** Words that tell something, other than numbers, names that are known, and what is quoted. */
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

    /** Whether a word may be a title, and the next one what it is of: "директор школы". */
    boolean isTitleWithComplement(int place, int next) {
        return place >= 0
                && terms.get(place).hasTranslation()
                && !isVerb(terms.get(place))
                && text.substring(terms.get(place).end(), terms.get(next).start())
                        .isBlank();
    }

    /** Whether a word says that something is said. */
    boolean isReportingWord(Term term) {
        return morphology.isAttribution(term.lower()) || term.englishStems.contains("say") && isVerb(term);
    }

    /** Whether it tells what it says as somebody's words. */
    boolean isReported() {
        return terms.stream().anyMatch(term -> !term.quoted && isReportingWord(term));
    }

    /** Clauses that deny what they say. */
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

    /** Whether a word may be a verb; some nouns look like one. */
    boolean isVerb(Term term) {
        int next = terms.indexOf(term) + 1;
        boolean last = next == terms.size() || terms.get(next).clauseIndex != term.clauseIndex;
        return morphology.isVerb(term.lower()) || last && morphology.isClauseFinalVerb(term.lower());
    }

    /** Whether a verb of a clause that denies something is what is denied: of two that are joined, one may have no "not". */
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

    /** Whether the "not" is the verb's own. */
    boolean isDirectlyNegated(Term verb) {
        int at = terms.indexOf(verb);
        String before = at > 0 ? terms.get(at - 1).lower() : "";
        String next = at + 1 < terms.size() ? terms.get(at + 1).lower() : "";
        return morphology.isNegating(verb.lower(), "") || morphology.isNegatedByContext(before, next);
    }

    /** What two words say together, either may say: "бас тартты" is one verb, "refused". */
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

    /** Of an English word: stop words have no stem, and stand for themselves. */
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
