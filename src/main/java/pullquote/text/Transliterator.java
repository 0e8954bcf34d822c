package pullquote.text;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Compares names in Cyrillic and Latin letters: Токаев, Тоқаевтың, Tokayev and Tokaev share a key, Масимов and Максимов
 * do not. Conventional spelling differences (kh and h, y and i, ye and e, doubled letters) are normalized. All other
 * differences, including other vowels, are kept.
 */
public final class Transliterator {
    private static final Map<String, String> LATIN_LETTERS = latinLetters();
    /** Spelling conventions, applied in this order. */
    private static final List<Rule> RULES = List.of(
            rule("dzh|dj|дж", "j"),
            rule("shch|sch", "sh"),
            rule("zh", "j"),
            rule("joh(?=n)", "jo"),
            rule("kh", "h"),
            rule("gh", "g"),
            rule("ph", "f"),
            rule("ck|q", "k"),
            rule("tch", "ch"),
            rule("c(?=[eiy])", "s"),
            rule("c(?!h)", "k"),
            rule("x", "ks"),
            rule("w", "v"),
            rule("tz", "ts"),
            rule("[yı]", "i"),
            rule("(\\p{L})\\1+", "$1"),
            rule("ie", "e"),
            rule("io", "e"),
            rule("(?<=[bcdfgkptv])er$", "r"),
            rule("(\\p{L})\\1+", "$1"));

    private static final Pattern COMBINING_MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern POSSESSIVE = Pattern.compile("['’](?:s)?$");
    private static final Pattern NON_LETTER = Pattern.compile("[^a-z]+");

    /** Letters that two cognates must share at the start; one less for short words. */
    private static final int MIN_COGNATE_PREFIX_LENGTH = 5;

    private record Rule(Pattern pattern, String replacement) {}

    private Transliterator() {}

    /** Returns the normalized Latin spelling of a word as written; empty if it has no Cyrillic or Latin letter. */
    public static String key(String word) {
        String lower = POSSESSIVE.matcher(word.toLowerCase(Locale.ROOT)).replaceFirst("");
        String latin = lower.replace("дж", "j")
                .codePoints()
                .mapToObj(Character::toString)
                .map(letter -> LATIN_LETTERS.getOrDefault(letter, letter))
                .collect(Collectors.joining());
        latin = COMBINING_MARKS
                .matcher(Normalizer.normalize(latin, Normalizer.Form.NFD))
                .replaceAll("");
        for (Rule rule : RULES) {
            latin = rule.pattern.matcher(latin).replaceAll(rule.replacement);
        }
        return NON_LETTER.matcher(latin).replaceAll("");
    }

    /**
     * Returns the keys of all names that a word may be a form of. Токаева may be a form of Токаев or Токаева, so it
     * has the keys of both. A word in Latin letters has one key.
     */
    public static Set<String> keys(String word) {
        var keys = new HashSet<String>();
        for (String form : SuffixStripper.candidateForms(word)) {
            keys.add(key(form));
        }
        keys.remove("");
        return keys;
    }

    /**
     * Returns true if two words may be forms of the same name. Hyphenated names, for example Kassym-Jomart, are
     * compared part by part.
     */
    public static boolean isSameName(String one, String other) {
        String[] parts = one.split("-", -1);
        String[] others = other.split("-", -1);
        if (parts.length != others.length) {
            return false;
        }
        for (int i = 0; i < parts.length; i++) {
            Set<String> keys = keys(parts[i]);
            if (keys(others[i]).stream().noneMatch(keys::contains)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns true if two words have the same beginning and are therefore probably cognates: марафон and marathon,
     * registration and регистрация. Do not use it for names, many of which share a beginning.
     */
    public static boolean isCognate(String one, String other) {
        String key = cognateKey(one);
        String otherKey = cognateKey(other);
        int shared = 0;
        while (shared < Math.min(key.length(), otherKey.length()) && key.charAt(shared) == otherKey.charAt(shared)) {
            shared++;
        }
        return shared >= MIN_COGNATE_PREFIX_LENGTH
                || shared >= MIN_COGNATE_PREFIX_LENGTH - 1 && shared >= Math.min(key.length(), otherKey.length()) - 1;
    }

    private static String cognateKey(String word) {
        return key(word).replace("ts", "s").replace("z", "s").replace("th", "f").replace("h", "g");
    }

    private static Rule rule(String regex, String replacement) {
        return new Rule(Pattern.compile(regex), replacement);
    }

    /** Returns the Latin spellings of Russian, Kazakh and some accented Latin letters. */
    private static Map<String, String> latinLetters() {
        var letters = new HashMap<String, String>();
        String[] pairs = ("а a ә a б b в v г g ғ g д d е e ё io ж j з z и i й i к k қ k л l м m н n ң n о o ө o п p р r"
                        + " с s т t у u ұ u ү u ф f х h һ h ц ts ч ch ш sh щ sh ы i і i э e ю iu я ia ş sh ç ch ə a ø o"
                        + " ł l ß s")
                .split(" ", -1);
        for (int i = 0; i < pairs.length; i += 2) {
            letters.put(pairs[i], pairs[i + 1]);
        }
        letters.put("ъ", "");
        letters.put("ь", "");
        return letters;
    }
}
