package pullquote.query;

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
import pullquote.text.BilingualLexicon;
import pullquote.text.Gazetteer;
import pullquote.text.LanguageDetector;
import pullquote.text.Quantity;
import pullquote.text.Tokenizer;
import pullquote.text.Transliterator;
import pullquote.text.Wordbook;

/**
 * Translates a text word by word into English and counts the words it does not know. For an ambiguous word it picks one
 * translation and keeps the others as alternative senses, because only the answering sentence shows which is meant.
 */
final class WordByWordTranslator {
    private static final Map<String, Pattern> QUESTION_WORDS = Map.of(
            "ru",
                    Pattern.compile(
                            "кто|кого|кому|кем|ком|чей|чья|чьё|чьи|что|чего|чему|чем|где|куда|откуда|когда|почему"
                                    + "|зачем|отчего|сколько|как|как(?:ой|ая|ое|ие|ого|ому|им|ом|ую|их|ими|ов|ова|ово|овы)"),
            "kk",
                    Pattern.compile(
                            "кім\\p{L}*|не|нені|ненің|неге|неден|немен|неліктен|қай\\p{L}{0,5}|қандай|қашан|қанша"
                                    + "|неше\\p{L}*|қалай"));
    private static final Pattern WHICH_WORDS =
            Pattern.compile("как(?:ой|ая|ое|ие|ого|ому|им|ом|ую|их|ими|ов|ова|ово|овы)|қай(?!да)\\p{L}{0,5}|қандай");
    /** Nouns that only state the answer type after "in which", for example "year". They are left out. */
    private static final Set<String> ANSWER_TYPE_NOUNS = Set.of(
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

    /** Verbs that add nothing to a search. They are left out unless the articles use them. */
    private static final Set<String> LIGHT_VERBS = Set.of("hold", "happen", "take", "give", "do", "possible");

    /** Minimum length of a word to look for a cognate, in characters. Shorter words match by chance. */
    private static final int MIN_COGNATE_LENGTH = 5;
    /** Minimum length of a lower-case word to be read as a name, in characters. Shorter words match by chance. */
    private static final int MIN_NAME_LENGTH = 4;

    private final Wordbook wordbook;
    private final String language;
    private final ArticleVocabulary vocabulary;
    private final Map<String, Set<String>> senses = new HashMap<>();

    private int knownCount;
    private int unknownCount;

    /**
     * Holds a translation.
     *
     * @param words English words and names, in the order of the text
     * @param questionWordIndex number of words before the question word
     * @param isWhichQuestion true if the question word asks to choose one of the things it precedes
     */
    record Translation(List<String> words, int questionWordIndex, boolean isWhichQuestion) {}

    WordByWordTranslator(Wordbook wordbook, String language, ArticleVocabulary articles) {
        this.wordbook = wordbook;
        this.language = language;
        this.vocabulary = articles;
    }

    int knownCount() {
        return knownCount;
    }

    int unknownCount() {
        return unknownCount;
    }

    /** Returns the words of the articles with the same meaning, for each word of the translations. */
    Map<String, Set<String>> senses() {
        return Map.copyOf(senses);
    }

    Translation translate(String text) {
        var pass = new TranslationPass(text);
        int at = 0;
        while (at < pass.tokens.size()) {
            at = pass.translateToken(at);
        }
        return new Translation(List.copyOf(pass.words), Math.max(0, pass.questionWordIndex), pass.isWhichQuestion);
    }

    /** Holds the state of one translation. */
    private final class TranslationPass {
        private final List<MatchResult> tokens;
        private final Map<Integer, Gazetteer.NameMention> namesByStart;
        private final Map<Integer, Quantity> numbersByStart;
        private final List<String> words = new ArrayList<>();
        private int questionWordIndex = -1;
        private boolean isWhichQuestion;
        /** True if the previous word was the question word. */
        private boolean afterQuestionWord;

        private TranslationPass(String text) {
            tokens = Tokenizer.ALPHANUMERIC.tokenize(text);
            namesByStart = Gazetteer.find(text).stream()
                    .collect(Collectors.toMap(Gazetteer.NameMention::start, one -> one, (one, other) -> one));
            numbersByStart = EnglishNumberFormats.find(text, language).stream()
                    .collect(Collectors.toMap(Quantity::start, one -> one, (one, other) -> one));
        }

        /** Translates what starts at a token and returns the index of the next token. */
        private int translateToken(int at) {
            int start = tokens.get(at).start();
            Gazetteer.NameMention name = namesByStart.get(start);
            Quantity number = numbersByStart.get(start);
            int next;
            if (name != null) {
                next = indexAfter(at, name.end());
                append(vocabulary.knownName(name.canonicalName()));
            } else if (number != null) {
                next = indexAfter(at, number.end());
                append(vocabulary.firstOccurring(EnglishNumberFormats.formats(number)));
            } else if (questionWordIndex < 0 && isQuestionWord(at)) {
                questionWordIndex = words.size();
                isWhichQuestion = WHICH_WORDS.matcher(lower(at)).matches();
                afterQuestionWord = true;
                return at + 1;
            } else {
                next = translateWord(at);
            }
            afterQuestionWord = false;
            return next;
        }

        /** Returns the index of the first token that starts at or after a text offset. */
        private int indexAfter(int at, int end) {
            int next = at + 1;
            while (next < tokens.size() && tokens.get(next).start() < end) {
                next++;
            }
            return next;
        }

        private int translateWord(int at) {
            String word = tokens.get(at).group();
            Optional<String> name = vocabulary.nameFor(word);
            if (isName(at) && name.isPresent()) {
                append(name.get());
                return at + 1;
            }
            if (LanguageDetector.commonWords(language).contains(lower(at)) || word.length() == 1) {
                return at + 1;
            }
            Optional<Wordbook.Meaning> meaning = wordbook.longestMeaning(tokens.subList(at, tokens.size()).stream()
                    .map(MatchResult::group)
                    .toList());
            if (meaning.isPresent()) {
                List<String> english = meaning.get().english();
                if (!afterQuestionWord || ANSWER_TYPE_NOUNS.stream().noneMatch(english::contains)) {
                    appendBest(english);
                }
                return at + meaning.get().wordCount();
            }
            translateUnknownWord(at, name);
            return at + 1;
        }

        /** Translates a word that the wordbook lacks: a name, a word of the lexicon or a cognate. */
        private void translateUnknownWord(int at, Optional<String> name) {
            String word = tokens.get(at).group();
            Set<String> translations = BilingualLexicon.translate(word, language);
            Optional<String> cognate =
                    word.length() >= MIN_COGNATE_LENGTH ? vocabulary.findCognate(word) : Optional.empty();
            if (name.isPresent() && (isCapitalized(word) || word.length() >= MIN_NAME_LENGTH)) {
                append(name.get());
            } else if (isName(at)) {
                // A name that the articles lack must stay, so that the question is not answered without it.
                append(capitalize(Transliterator.key(word)));
            } else if (!translations.isEmpty()) {
                appendBest(List.copyOf(new TreeSet<>(translations)));
            } else if (cognate.isPresent()) {
                append(cognate.get());
            } else {
                unknownCount++;
            }
        }

        private void appendBest(List<String> english) {
            if (LIGHT_VERBS.contains(english.get(0))
                    && vocabulary.occurring(english).findAny().isEmpty()) {
                knownCount++;
                return;
            }
            String first = vocabulary.firstOccurring(english);
            senses.computeIfAbsent(first, word -> new HashSet<>())
                    .addAll(vocabulary.occurring(english).toList());
            append(first);
        }

        private void append(String word) {
            knownCount++;
            senses.computeIfAbsent(word, w -> new HashSet<>());
            words.add(word);
        }

        private boolean isQuestionWord(int at) {
            Pattern questionWords = QUESTION_WORDS.get(language);
            return questionWords == null || questionWords.matcher(lower(at)).matches();
        }

        /** Returns true if the word is capitalized and is not the first one, which always is. */
        private boolean isName(int at) {
            return at > 0 && isCapitalized(tokens.get(at).group());
        }

        private String lower(int at) {
            return tokens.get(at).group().toLowerCase(Locale.ROOT);
        }
    }

    private static boolean isCapitalized(String word) {
        return Character.isUpperCase(word.codePointAt(0));
    }

    private static String capitalize(String word) {
        return word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
