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
final class Corruptions {
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
    private static final Pattern NOT = Pattern.compile(" not\\b| never\\b|\\bno (?=\\w)|n[’']t\\b");
    private static final Pattern QUOTED = Pattern.compile("[“\"]([^”\"]{12,})[”\"]");
    private static final Pattern PLACE = Pattern.compile(
            "(?<=\\b(?:in|at|from|to|near|of|into|across) (?:the )?)\\p{Lu}[\\p{L}’'-]+(?: \\p{Lu}[\\p{L}’'-]+)*");
    private static final Pattern SPEAKER = Pattern.compile(
            "(?:the )?[\\p{L}’]+(?= (?:said|stated|added|noted|emphasized|reiterated|announced|argued|claimed|wrote|believed|told|also welcomed))",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MODAL = Pattern.compile("\\b(?:should|may|might|could|must) (?:be )?(?=(\\w+))");
    private static final Pattern SAID_BEHIND = Pattern.compile(
            ",? (?:the )?[\\p{L} ]{2,30}? (?:said|stated|added)(?=\\.$)|, said [\\p{L} ]+(?=\\.$)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SAID_BEFORE = Pattern.compile(
            "^(?:The )?[\\p{Lu}\\p{L} -]{2,40}? (?:said|stated|argued|claimed|noted|reiterated|believed|reconfirmed) that ");
    private static final Pattern PREDICATE = Pattern.compile(
            " (?:was|were|is|are|has|have|had|became|began|won|led|built|made|took|wrote|held|plans|said|should|can|may|will|[a-z]{3,}ed) ");

    private final Article article;
    private final EntityIndex cast;
    private final Article other;
    private final RandomGenerator random;
    private final List<String> names;
    private final List<String> places;
    private final List<String> sentences;
    private final List<String> foreign;

    /** @param other an article on something else, for what is invented */
    Corruptions(Article article, Article other, RandomGenerator random) {
        this.article = article;
        this.cast = EntityIndex.of(article);
        this.other = other;
        this.random = random;
        this.sentences = sentencesOf(article);
        this.foreign = sentencesOf(other);
        this.names = sentences.stream()
                .flatMap(one -> names(one).stream())
                .distinct()
                .toList();
        this.places = sentences.stream()
                .flatMap(one -> PLACE.matcher(one).results().map(MatchResult::group))
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
    List<Corruption> of(String sentence) {
        var all = new ArrayList<Corruption>();
        add(
                all,
                "number",
                replaceOne(
                                NUMBER,
                                sentence,
                                n -> n.length() < 3 ? (Integer.parseInt(n) + 1 + random.nextInt(9)) + "" : "1" + n)
                        .or(() -> replaceOne(NUMBER_WORD, sentence, this::otherNumber)));
        add(
                all,
                "date",
                replaceOne(pick(List.of(YEAR, MONTH, DAY)), sentence, this::otherDate)
                        .or(() -> replaceOne(YEAR, sentence, this::otherDate)));
        add(all, "name", altered(names(sentence), sentence, names));
        add(
                all,
                "place",
                altered(
                        PLACE.matcher(sentence)
                                .results()
                                .map(MatchResult::group)
                                .toList(),
                        sentence,
                        places));
        add(
                all,
                "negation",
                replaceOne(NOT, sentence, not -> "").or(() -> replaceOne(AUXILIARY, sentence, be -> be + " not")));
        add(
                all,
                "speaker",
                replaceOne(
                        SPEAKER,
                        sentence,
                        who -> pick(List.of("the police", "a witness", "the opposition", "critics"))));
        add(all, "quote", replaceOne(QUOTED, sentence, this::misquote));
        add(all, "swap", swapped(sentence));
        add(all, "facts", joined(sentence, pick(sentences)));
        add(all, "invented", joined(sentence, pick(foreign)));
        add(all, "cause", caused(sentence));
        add(all, "modality", replaceOne(MODAL, sentence, modal -> modal.endsWith("be ") ? "was " : "did "));
        add(
                all,
                "as fact",
                replaceOne(SAID_BEHIND, sentence, said -> "")
                        .or(() -> replaceOne(SAID_BEFORE, sentence, said -> "").map(Corruptions::capital)));
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
        MatchResult one = pick(found);
        String put = by.apply(one.group());
        return Optional.of(capital((sentence.substring(0, one.start()) + put + sentence.substring(one.end()))
                .replace("  ", " ")
                .strip()));
    }

    private String otherNumber(String word) {
        return pick(NUMBER_WORDS.stream().filter(other -> !other.equals(word)).toList());
    }

    private String otherDate(String date) {
        if (date.length() == 4 && Character.isDigit(date.charAt(0))) {
            return String.valueOf(Integer.parseInt(date) + 1 + random.nextInt(20));
        }
        if (Character.isDigit(date.charAt(0))) {
            return String.valueOf(Integer.parseInt(date) % 28 + 1);
        }
        return pick(Stream.of("May", "August", "October")
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
        Word one = pick(words);
        String put = pick(Word.tokenize(pick(sentences), "en").stream()
                .filter(word ->
                        !word.stem().isEmpty() && !word.isName() && !word.stem().equals(one.stem()))
                .map(Word::lower)
                .toList());
        return quotation.substring(0, one.start())
                + put
                + quotation.substring(one.start() + one.text().length());
    }

    private Optional<String> altered(List<String> candidates, String sentence, List<String> by) {
        List<String> strangers = by.stream()
                .filter(name -> name.length() > 2 && sharesNoWord(name, sentence) && !isAboutTheSame(name, sentence))
                .toList();
        if (candidates.isEmpty() || strangers.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(sentence.replace(pick(candidates), pick(strangers)));
    }

    private static boolean sharesNoWord(String name, String sentence) {
        return Stream.of(name.split("[ ’'-]")).noneMatch(sentence::contains);
    }

    /** Names as they stand, words behind each other together. */
    static List<String> names(String sentence) {
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
    private Optional<String> swapped(String sentence) {
        List<String> names = names(sentence);
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
    private boolean isAboutTheSame(String subject, String another) {
        return !Collections.disjoint(
                AnalyzedSentence.of(subject, cast).people(),
                AnalyzedSentence.of(another, cast).people());
    }

    /** What the one is about, with what is told of another. */
    private Optional<String> joined(String sentence, String another) {
        Optional<MatchResult> first = PREDICATE.matcher(sentence).results().findFirst();
        Optional<MatchResult> second = PREDICATE.matcher(another).results().findFirst();
        if (first.isEmpty() || second.isEmpty() || sentence.equals(another)) {
            return Optional.empty();
        }
        String subject = sentence.substring(0, first.get().start());
        if (isAboutTheSame(subject, another)
                || subject.matches("There|.* also")
                || subject.length() < 4
                || another.startsWith(subject)
                || subject.matches(".*[“\"(,].*")
                || another.matches(".*[“”\"].*")) {
            return Optional.empty();
        }
        return Optional.of(subject + another.substring(second.get().start()));
    }

    private Optional<String> caused(String sentence) {
        String another = pick(sentences);
        if (another.equals(sentence) || !sentence.endsWith(".") || another.matches(".*[“”\"].*")) {
            return Optional.empty();
        }
        String reason = Word.tokenize(another, "en").get(0).isName() ? another : lower(another);
        return Optional.of(sentence.substring(0, sentence.length() - 1) + " because " + reason);
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static String lower(String text) {
        return Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }

    @Override
    public String toString() {
        return article.id() + " with " + other.id() + ": "
                + names.stream().limit(5).collect(Collectors.joining(", "));
    }
}
