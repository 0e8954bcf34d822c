package pullquote.answer.extractive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import pullquote.language.KnownNames;
import pullquote.language.Languages;
import pullquote.language.Lexicon;
import pullquote.language.Quantity;
import pullquote.language.Romanization;
import pullquote.language.Wordbook;

/**
 * Reads a text word by word and writes down what is understood of it in English; counts what is not. Of a word that may
 * mean several things it writes down one and keeps the others in mind: which is meant, only a sentence that answers tells.
 */
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
    /** Behind "in which" they only say that a date, a place or the like is wanted. */
    private static final Set<String> UNITS = Set.of(
            "year",
            "month",
            "week",
            "day",
            "hour",
            "minute",
            "date",
            "century",
            "time",
            "country",
            "state",
            "city",
            "place",
            "region",
            "district",
            "village",
            "street");

    /** Of what is told with its place or date nobody need say besides that it took place. */
    private static final Set<String> EMPTY = Set.of("hold", "happen", "take", "give", "do", "possible");

    /** Words long enough to tell where they come from. */
    private static final int LONG = 5;
    /** Names without a capital are longer. */
    private static final int LONG_NAME = 4;

    private final Wordbook wordbook;
    private final String language;
    private final ArticleWords articles;
    private final Map<String, Set<String>> senses = new HashMap<>();

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

    /** By each word that was written down, what the articles may say for it as well. */
    Map<String, Set<String>> senses() {
        return Map.copyOf(senses);
    }

    Parts of(String text) {
        var pass = new Pass(text);
        int at = 0;
        while (at < pass.tokens.size()) {
            at = pass.read(at);
        }
        return new Parts(List.copyOf(pass.words), Math.max(0, pass.asking), pass.asksWhich);
    }

    /** One text while it is read. */
    private final class Pass {
        private final List<MatchResult> tokens;
        private final Map<Integer, KnownNames.Known> names;
        private final Map<Integer, Quantity> figures;
        private final List<String> words = new ArrayList<>();
        private int asking = -1;
        private boolean asksWhich;
        /** Whether the word before was the question word. */
        private boolean behindAsking;

        private Pass(String text) {
            tokens = WORD.matcher(text).results().toList();
            names = KnownNames.in(text).stream()
                    .collect(Collectors.toMap(KnownNames.Known::start, one -> one, (one, other) -> one));
            figures = EnglishFigures.in(text, language).stream()
                    .collect(Collectors.toMap(Quantity::start, one -> one, (one, other) -> one));
        }

        /** Reads what begins at a token, and tells where to go on. */
        private int read(int at) {
            int start = tokens.get(at).start();
            KnownNames.Known name = names.get(start);
            Quantity figure = figures.get(start);
            int next;
            if (name != null) {
                next = behind(at, name.end());
                write(articles.known(name.name()));
            } else if (figure != null) {
                next = behind(at, figure.end());
                write(articles.choose(EnglishFigures.of(figure)));
            } else if (asking < 0 && isAsking(at)) {
                asking = words.size();
                asksWhich = WHICH.matcher(lower(at)).matches();
                behindAsking = true;
                return at + 1;
            } else {
                next = readWord(at);
            }
            behindAsking = false;
            return next;
        }

        /** The first token that does not begin before a place. */
        private int behind(int at, int end) {
            int next = at + 1;
            while (next < tokens.size() && tokens.get(next).start() < end) {
                next++;
            }
            return next;
        }

        private int readWord(int at) {
            String word = tokens.get(at).group();
            Optional<String> name = articles.name(word);
            if (isName(at) && name.isPresent()) {
                write(name.get());
                return at + 1;
            }
            if (Languages.smallWords(language).contains(lower(at)) || word.length() == 1) {
                return at + 1;
            }
            Optional<Wordbook.Meaning> meaning = wordbook.meaning(tokens.subList(at, tokens.size()).stream()
                    .map(MatchResult::group)
                    .toList());
            if (meaning.isPresent()) {
                List<String> english = meaning.get().english();
                if (!behindAsking || UNITS.stream().noneMatch(english::contains)) {
                    writeOneOf(english);
                }
                return at + meaning.get().count();
            }
            readUnlisted(at, name);
            return at + 1;
        }

        /** A word that the wordbook does not have: a name, one that the lexicon knows, or one of the same origin. */
        private void readUnlisted(int at, Optional<String> name) {
            String word = tokens.get(at).group();
            Set<String> loosely = Lexicon.english(word, language);
            Optional<String> cognate = word.length() >= LONG ? articles.cognate(word) : Optional.empty();
            if (name.isPresent() && (isCapital(word) || word.length() >= LONG_NAME)) {
                write(name.get());
            } else if (isName(at)) {
                // A name that the articles do not have; whoever reads on must see that there was one.
                write(capital(Romanization.key(word)));
            } else if (!loosely.isEmpty()) {
                writeOneOf(List.copyOf(new TreeSet<>(loosely)));
            } else if (cognate.isPresent()) {
                write(cognate.get());
            } else {
                unknown++;
            }
        }

        private void writeOneOf(List<String> english) {
            if (EMPTY.contains(english.get(0))
                    && articles.used(english).findAny().isEmpty()) {
                known++;
                return;
            }
            String first = articles.choose(english);
            senses.computeIfAbsent(first, word -> new HashSet<>())
                    .addAll(articles.used(english).toList());
            write(first);
        }

        private void write(String word) {
            known++;
            senses.computeIfAbsent(word, w -> new HashSet<>());
            words.add(word);
        }

        private boolean isAsking(int at) {
            return ASKING.getOrDefault(language, WORD).matcher(lower(at)).matches();
        }

        /** Whether it is written like one; the first word tells nothing. */
        private boolean isName(int at) {
            return at > 0 && isCapital(tokens.get(at).group());
        }

        private String lower(int at) {
            return tokens.get(at).group().toLowerCase(Locale.ROOT);
        }
    }

    private static boolean isCapital(String word) {
        return Character.isUpperCase(word.codePointAt(0));
    }

    private static String capital(String word) {
        return word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
