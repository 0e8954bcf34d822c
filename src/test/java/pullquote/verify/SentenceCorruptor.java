package pullquote.verify;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pullquote.article.Article;
import pullquote.text.Word;

/** Makes untrue sentences out of an article's true ones, as bad models do: a word altered, two facts exchanged, one invented. */
final class SentenceCorruptor {
    /** @param kind such as {@code number} */
    record Corruption(String kind, String text) {}

    private static final String MONTHS =
            "January|February|March|April|June|July|August|September|October|November|December|Jan\\.|Feb\\.";
    private static final Pattern YEAR = Pattern.compile("\\b(1[0-9]|20)\\d\\d\\b");
    private static final Pattern MONTH = Pattern.compile("\\b(?:" + MONTHS + ")(?!\\w)");
    private static final Pattern DAY =
            Pattern.compile("(?<=(?:" + MONTHS + ") )\\d{1,2}\\b|\\b\\d{1,2}(?= (?:" + MONTHS + "))");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.,])\\d{1,3}(?:[.,]\\d+)*(?![\\w])");
    private static final List<String> NUMBER_WORDS =
            List.of("two", "three", "four", "five", "seven", "twelve", "twenty", "forty");
    private static final Pattern NUMBER_WORD = Pattern.compile("\\b(?:" + String.join("|", NUMBER_WORDS) + ")\\b");
    private static final Pattern AUXILIARY = Pattern.compile(
            "\\b(?:is|was|were|are|will|would|should|must|could|can|may|has been|have been|had been)\\b(?! not)");
    private static final Pattern NEGATION = Pattern.compile(" not\\b| never\\b|\\bno (?=\\w)|n[’']t\\b");
    private static final Pattern QUOTED = Pattern.compile("[“\"]([^”\"]{12,})[”\"]");
    private static final Pattern PLACE_NAME = Pattern.compile(
            "(?<=\\b(?:in|at|from|to|near|of|into|across) (?:the )?)\\p{Lu}[\\p{L}’'-]+(?: \\p{Lu}[\\p{L}’'-]+)*");
    private static final Pattern SPEAKER = Pattern.compile(
            "(?:the )?[\\p{L}’]+(?= (?:said|stated|added|noted|emphasized|reiterated|announced|argued|claimed|wrote|believed|told|also welcomed))",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MODAL = Pattern.compile("\\b(?:should|may|might|could|must) (?:be )?(?=(\\w+))");
    private static final Pattern TRAILING_ATTRIBUTION = Pattern.compile(
            ",? (?:the )?[\\p{L} ]{2,30}? (?:said|stated|added)(?=\\.$)|, said [\\p{L} ]+(?=\\.$)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LEADING_ATTRIBUTION = Pattern.compile(
            "^(?:The )?[\\p{Lu}\\p{L} -]{2,40}? (?:said|stated|argued|claimed|noted|reiterated|believed|reconfirmed) that ");
    private static final Pattern PREDICATE = Pattern.compile(
            " (?:was|were|is|are|has|have|had|became|began|won|led|built|made|took|wrote|held|plans|said|should|can|may|will|[a-z]{3,}ed) ");

    private final Article article;
    private final EntityIndex entities;
    private final Article unrelatedArticle;
    private final RandomGenerator random;
    private final List<String> names;
    private final List<String> places;
    private final List<String> sentences;
    private final List<String> unrelatedSentences;

    /** @param other an article on something else, for what is invented */
    SentenceCorruptor(Article article, Article other, RandomGenerator random) {
        this.article = article;
        this.entities = EntityIndex.of(article);
        this.unrelatedArticle = other;
        this.random = random;
        this.sentences = sentencesOf(article);
        this.unrelatedSentences = sentencesOf(other);
        this.names = sentences.stream()
                .flatMap(one -> extractNames(one).stream())
                .distinct()
                .toList();
        this.places = sentences.stream()
                .flatMap(one -> PLACE_NAME.matcher(one).results().map(MatchResult::group))
                .distinct()
                .toList();
    }

    static List<String> sentencesOf(Article article) {
        return article.paragraphs().stream()
                .flatMap(paragraph ->
                        article.sentences(paragraph).stream().map(span -> span.substringOf(paragraph.text())))
                .toList();
    }

    /** At most one of each kind. */
    List<Corruption> corrupt(String sentence) {
        var all = new ArrayList<Corruption>();
        add(
                all,
                "number",
                replaceOne(
                                NUMBER,
                                sentence,
                                n -> n.length() < 3 ? (Integer.parseInt(n) + 1 + random.nextInt(9)) + "" : "1" + n)
                        .or(() -> replaceOne(NUMBER_WORD, sentence, this::pickOtherNumber)));
        add(
                all,
                "date",
                replaceOne(pickRandom(List.of(YEAR, MONTH, DAY)), sentence, this::pickOtherDate)
                        .or(() -> replaceOne(YEAR, sentence, this::pickOtherDate)));
        add(all, "name", replaceWithUnrelated(extractNames(sentence), sentence, names));
        add(
                all,
                "place",
                replaceWithUnrelated(
                        PLACE_NAME
                                .matcher(sentence)
                                .results()
                                .map(MatchResult::group)
                                .toList(),
                        sentence,
                        places));
        add(
                all,
                "negation",
                replaceOne(NEGATION, sentence, not -> "").or(() -> replaceOne(AUXILIARY, sentence, be -> be + " not")));
        add(
                all,
                "speaker",
                replaceOne(
                        SPEAKER,
                        sentence,
                        who -> pickRandom(List.of("the police", "a witness", "the opposition", "critics"))));
        add(all, "quote", replaceOne(QUOTED, sentence, this::misquote));
        add(all, "swap", swapNames(sentence));
        add(all, "facts", joinFacts(sentence, pickRandom(sentences)));
        add(all, "invented", joinFacts(sentence, pickRandom(unrelatedSentences)));
        add(all, "cause", addFalseCause(sentence));
        add(all, "modality", replaceOne(MODAL, sentence, modal -> modal.endsWith("be ") ? "was " : "did "));
        add(
                all,
                "as fact",
                replaceOne(TRAILING_ATTRIBUTION, sentence, said -> "")
                        .or(() -> replaceOne(LEADING_ATTRIBUTION, sentence, said -> "")
                                .map(SentenceCorruptor::capitalize)));
        return all;
    }

    private void add(List<Corruption> all, String kind, Optional<String> text) {
        text.filter(one -> sentences.stream().noneMatch(one::equals))
                .ifPresent(one -> all.add(new Corruption(kind, one)));
    }

    private Optional<String> replaceOne(Pattern what, String sentence, Function<String, String> by) {
        List<MatchResult> found = what.matcher(sentence).results().toList();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        MatchResult one = pickRandom(found);
        String put = by.apply(one.group());
        return Optional.of(capitalize((sentence.substring(0, one.start()) + put + sentence.substring(one.end()))
                .replace("  ", " ")
                .strip()));
    }

    private String pickOtherNumber(String word) {
        return pickRandom(
                NUMBER_WORDS.stream().filter(other -> !other.equals(word)).toList());
    }

    private String pickOtherDate(String date) {
        if (date.length() == 4 && Character.isDigit(date.charAt(0))) {
            return String.valueOf(Integer.parseInt(date) + 1 + random.nextInt(20));
        }
        if (Character.isDigit(date.charAt(0))) {
            return String.valueOf(Integer.parseInt(date) % 28 + 1);
        }
        return pickRandom(Stream.of("May", "August", "October")
                .filter(month -> !month.equals(date))
                .toList());
    }

    private String misquote(String quotation) {
        List<Word> words = Word.tokenize(quotation, "en").stream()
                .filter(word -> !word.stem().isEmpty() && !word.isNumber())
                .toList();
        if (words.isEmpty()) {
            return "“" + quotation.substring(1, quotation.length() - 1) + " indeed”";
        }
        Word one = pickRandom(words);
        String put = pickRandom(Word.tokenize(pickRandom(sentences), "en").stream()
                .filter(word ->
                        !word.stem().isEmpty() && !word.isName() && !word.stem().equals(one.stem()))
                .map(Word::lower)
                .toList());
        return quotation.substring(0, one.start())
                + put
                + quotation.substring(one.start() + one.text().length());
    }

    private Optional<String> replaceWithUnrelated(List<String> candidates, String sentence, List<String> by) {
        List<String> strangers = by.stream()
                .filter(name -> name.length() > 2 && sharesNoWord(name, sentence) && !hasSamePerson(name, sentence))
                .toList();
        if (candidates.isEmpty() || strangers.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(sentence.replace(pickRandom(candidates), pickRandom(strangers)));
    }

    private static boolean sharesNoWord(String name, String sentence) {
        return Stream.of(name.split("[ ’'-]")).noneMatch(sentence::contains);
    }

    /** Names as they stand, words behind each other together. */
    static List<String> extractNames(String sentence) {
        var names = new ArrayList<String>();
        int end = -2;
        int start = -1;
        for (Word word : Word.tokenize(sentence, "en")) {
            if (!word.isName()) {
                continue;
            }
            if (start >= 0 && word.start() == end + 1 && sentence.charAt(end) == ' ') {
                end = word.start() + word.text().length();
                names.set(names.size() - 1, sentence.substring(start, end));
            } else {
                start = word.start();
                end = start + word.text().length();
                names.add(word.text());
            }
        }
        return names.stream()
                .map(name -> name.replaceAll("['’]s$", ""))
                .distinct()
                .toList();
    }

    /** Two names exchanged, unless they stand side by side as equals: "A and B" may as well be "B and A". */
    private Optional<String> swapNames(String sentence) {
        List<String> names = extractNames(sentence);
        for (int i = 0; i + 1 < names.size(); i++) {
            String one = names.get(i);
            String other = names.get(i + 1);
            int from = sentence.indexOf(one);
            int to = sentence.indexOf(other);
            if (to < from + one.length() || one.contains(other) || other.contains(one)) {
                continue;
            }
            String between = sentence.substring(from + one.length(), to);
            if (between.matches("[,;]? ?(?:and|or|,|and the|&|–|-|/|’s|'s)? ?")
                    || between.contains(",") && between.length() < 4
                    || between.matches(".*\\b(?:and|or|between|with)\\b.*") && between.length() < 25
                    || between.contains("(")) {
                continue;
            }
            return Optional.of(
                    sentence.substring(0, from) + other + between + one + sentence.substring(to + other.length()));
        }
        return Optional.empty();
    }

    /** Who is called otherwise is still the same. */
    private boolean hasSamePerson(String subject, String another) {
        return !Collections.disjoint(
                AnalyzedSentence.of(subject, entities).people(),
                AnalyzedSentence.of(another, entities).people());
    }

    /** What the one is about, with what is told of another. */
    private Optional<String> joinFacts(String sentence, String another) {
        Optional<MatchResult> first = PREDICATE.matcher(sentence).results().findFirst();
        Optional<MatchResult> second = PREDICATE.matcher(another).results().findFirst();
        if (first.isEmpty() || second.isEmpty() || sentence.equals(another)) {
            return Optional.empty();
        }
        String subject = sentence.substring(0, first.get().start());
        if (hasSamePerson(subject, another)
                || subject.matches("There|.* also")
                || subject.length() < 4
                || another.startsWith(subject)
                || subject.matches(".*[“\"(,].*")
                || another.matches(".*[“”\"].*")) {
            return Optional.empty();
        }
        return Optional.of(subject + another.substring(second.get().start()));
    }

    private Optional<String> addFalseCause(String sentence) {
        String another = pickRandom(sentences);
        if (another.equals(sentence) || !sentence.endsWith(".") || another.matches(".*[“”\"].*")) {
            return Optional.empty();
        }
        String reason = Word.tokenize(another, "en").get(0).isName() ? another : uncapitalize(another);
        return Optional.of(sentence.substring(0, sentence.length() - 1) + " because " + reason);
    }

    private <T> T pickRandom(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static String capitalize(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static String uncapitalize(String text) {
        return Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }

    @Override
    public String toString() {
        return article.id() + " with " + unrelatedArticle.id() + ": "
                + names.stream().limit(5).collect(Collectors.joining(", "));
    }
}
