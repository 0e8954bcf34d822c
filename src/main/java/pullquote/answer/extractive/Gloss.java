package pullquote.answer.extractive;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import pullquote.language.KnownNames;
import pullquote.language.Languages;
import pullquote.language.Lexicon;
import pullquote.language.Quantities;
import pullquote.language.Quantity;
import pullquote.language.Romanization;
import pullquote.language.Wordbook;

/** Reads a text word by word and writes down what is understood of it in English; counts what is not. */
final class Gloss {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Map<String, Pattern> ASKING = Map.of(
            "ru",
                    Pattern.compile(
                            "кто|кого|кому|кем|ком|чей|чья|чьё|чьи|что|чего|чему|чем|где|куда|откуда|когда|почему"
                                    + "|зачем|отчего|сколько|как|как(?:ой|ая|ое|ие|ого|ому|им|ом|ую|их|ими|ов|ова|ово|овы)"),
            "kk",
                    Pattern.compile(
                            "кім\\p{L}*|не|нені|ненің|неге|неден|немен|неліктен|қай\\p{L}{0,5}|қандай|қашан|қанша"
                                    + "|неше\\p{L}*|қалай"));
    private static final Pattern WHICH =
            Pattern.compile("как(?:ой|ая|ое|ие|ого|ому|им|ом|ую|их|ими|ов|ова|ово|овы)|қай(?!да)\\p{L}{0,5}|қандай");
    /** Behind "in which" they only say that a date or the like is wanted. */
    private static final Set<String> UNITS =
            Set.of("year", "month", "week", "day", "hour", "minute", "date", "century", "time", "country", "state");

    private static final Set<Quantity.Kind> FIGURES = EnumSet.of(
            Quantity.Kind.NUMBER,
            Quantity.Kind.ORDINAL,
            Quantity.Kind.DATE,
            Quantity.Kind.MONTH,
            Quantity.Kind.YEAR,
            Quantity.Kind.YEAR_OF_DATE);
    private static final List<String> NUMBERS =
            List.of("zero one two three four five six seven eight nine ten eleven twelve".split(" "));

    /** Words long enough to tell where they come from. */
    private static final int LONG = 5;

    private final Wordbook wordbook;
    private final String language;
    private final ArticleWords articles;

    private int known;
    private int unknown;

    /**
     * A text as far as it is understood.
     *
     * @param words English words and names in the order of the text
     * @param asking how many of them stand before the question word
     * @param asksWhich whether the question word wants one of what stands behind it
     */
    record Parts(List<String> words, int asking, boolean asksWhich) {}

    Gloss(Wordbook wordbook, String language, ArticleWords articles) {
        this.wordbook = wordbook;
        this.language = language;
        this.articles = articles;
    }

    int known() {
        return known;
    }

    int unknown() {
        return unknown;
    }

    Parts of(String text) {
        List<MatchResult> tokens = WORD.matcher(text).results().toList();
        List<KnownNames.Known> names = KnownNames.in(text);
        List<Quantity> quantities = Quantities.in(text, language).stream()
                .filter(quantity -> FIGURES.contains(quantity.kind())
                        && !quantity.values().contains("1")
                        && !quantity.values().contains("#1"))
                .toList();
        var words = new ArrayList<String>();
        int asking = -1;
        boolean which = false;
        boolean behindAsking = false;
        int i = 0;
        while (i < tokens.size()) {
            MatchResult token = tokens.get(i);
            int start = token.start();
            Optional<KnownNames.Known> name =
                    names.stream().filter(one -> one.start() == start).findFirst();
            Optional<Quantity> quantity =
                    quantities.stream().filter(one -> one.start() == start).findFirst();
            int end = token.end();
            String word = token.group().toLowerCase(Locale.ROOT);
            if (name.isPresent()) {
                end = name.get().end();
                add(words, articles.known(name.get().name()));
            } else if (quantity.isPresent()) {
                end = quantity.get().end();
                add(words, inFigures(quantity.get()));
            } else if (ASKING.getOrDefault(language, WORD).matcher(word).matches() && asking < 0) {
                asking = words.size();
                which = WHICH.matcher(word).matches();
                behindAsking = true;
                i++;
                continue;
            } else {
                end = addWord(words, tokens, i, behindAsking);
            }
            behindAsking = behindAsking && end == start;
            int reached = end;
            do {
                i++;
            } while (i < tokens.size() && tokens.get(i).start() < reached);
        }
        return new Parts(List.copyOf(words), Math.max(0, asking), which);
    }

    /** Adds what a word means, with those that belong to it, and tells where they end. */
    private int addWord(List<String> words, List<MatchResult> tokens, int i, boolean behindAsking) {
        String word = tokens.get(i).group();
        String lower = word.toLowerCase(Locale.ROOT);
        boolean capital = Character.isUpperCase(word.codePointAt(0));
        Optional<String> name = articles.name(word);
        if (capital && i > 0 && name.isPresent()) {
            add(words, name.get());
            return tokens.get(i).end();
        }
        if (Languages.smallWords(language).contains(lower) || word.length() == 1) {
            return tokens.get(i).end();
        }
        List<String> rest = tokens.subList(i, tokens.size()).stream()
                .map(MatchResult::group)
                .toList();
        Optional<Wordbook.Meaning> meaning = wordbook.meaning(rest);
        if (meaning.isPresent()) {
            List<String> english = meaning.get().english();
            if (!behindAsking || UNITS.stream().noneMatch(english::contains)) {
                add(words, articles.choose(english));
            }
            return tokens.get(i + meaning.get().count() - 1).end();
        }
        Set<String> loosely = Lexicon.english(word, language);
        if (name.isPresent() && (capital || word.length() > 3)) {
            add(words, name.get());
        } else if (capital && i > 0) {
            // A name that the articles do not have; whoever reads on must see that there was one.
            add(words, capital(Romanization.key(word)));
        } else if (!loosely.isEmpty()) {
            add(words, articles.choose(List.copyOf(new TreeSet<>(loosely))));
        } else if (word.length() >= LONG && articles.cognate(word).isPresent()) {
            add(words, articles.cognate(word).get());
        } else {
            unknown++;
        }
        return tokens.get(i).end();
    }

    private void add(List<String> words, String word) {
        known++;
        words.add(word);
    }

    private String inFigures(Quantity quantity) {
        String value = quantity.values().iterator().next();
        return switch (quantity.kind()) {
            case ORDINAL -> articles.choose(List.of(ordinal(value.substring(1))));
            case MONTH -> month(Integer.parseInt(value.substring(1)));
            case DATE -> {
                String[] parts = value.substring(1).split("-", 2);
                yield month(Integer.parseInt(parts[0])) + " " + parts[1];
            }
            default ->
                value.matches("\\d|1[0-2]")
                        ? articles.choose(List.of(value, NUMBERS.get(Integer.parseInt(value))))
                        : value;
        };
    }

    private String month(int number) {
        Month month = Month.of(number);
        return articles.choose(List.of(
                month.getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                month.getDisplayName(TextStyle.SHORT, Locale.ENGLISH)));
    }

    private static String ordinal(String number) {
        String ending = number.matches(".*1[123]")
                ? "th"
                : number.endsWith("1") ? "st" : number.endsWith("2") ? "nd" : number.endsWith("3") ? "rd" : "th";
        return number + ending;
    }

    private static String capital(String word) {
        return word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
