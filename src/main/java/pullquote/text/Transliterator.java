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
 * Names in Cyrillic and Latin letters, made comparable: Токаев, Тоқаевтың, Tokayev and Tokaev have a key in common,
 * Масимов and Максимов have none. What spellings of a name differ in by custom (kh and h, y and i, ye and e, doubled
 * letters) is levelled; what tells names apart, the other vowels too, is kept.
 */
public final class Transliterator {
    private static final Map<String, String> LATIN_LETTERS = latinLetters();
    /** Said by the customs of both ways to write, each in its turn. */
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

    /** Words of one origin begin with so many letters alike; short ones with one less. */
    private static final int MIN_COGNATE_PREFIX_LENGTH = 5;

    private record Rule(Pattern pattern, String replacement) {}

    private Transliterator() {}

    /** The word as it stands, levelled; empty if it has no letter of ours. */
    public static String key(String word) {
        String lower = POSSESSIVE.matcher(word.toLowerCase(Locale.ROOT)).replaceFirst("");
        String latin = lower.replace("дж", "j")
                .codePoints()
                .mapToObj(Character::toString)
                .map(letter -> LATIN_LETTERS.getOrDefault(letter, letter))
                .collect(Collectors.joining());
        latin = COMBINING_MARKS.matcher(Normalizer.normalize(latin, Normalizer.Form.NFD)).replaceAll("");
        for (Rule custom : RULES) {
            latin = custom.pattern.matcher(latin).replaceAll(custom.replacement);
        }
        return NON_LETTER.matcher(latin).replaceAll("");
    }

    /**
     * All names that a word may be a form of, as keys: of Токаева, which is his or hers, those of Токаев and Токаева. A
     * word in Latin letters has one.
     */
    public static Set<String> keys(String word) {
        var keys = new HashSet<String>();
        for (String form : SuffixStripper.candidateForms(word)) {
            keys.add(key(form));
        }
        keys.remove("");
        return keys;
    }

    /** Whether two words may be forms of one name. Those of several parts, such as Kassym-Jomart, are compared part by part. */
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
     * Whether two words are of one origin, as марафон and marathon, registration and регистрация: what they begin with is
     * the same. Nothing for names, of which many begin so.
     */
    public static boolean isCognate(String one, String other) {
        String key = cognateKey(one);
        String next = cognateKey(other);
        int same = 0;
        while (same < Math.min(key.length(), next.length()) && key.charAt(same) == next.charAt(same)) {
            same++;
        }
        return same >= MIN_COGNATE_PREFIX_LENGTH || same >= MIN_COGNATE_PREFIX_LENGTH - 1 && same >= Math.min(key.length(), next.length()) - 1;
    }

    private static String cognateKey(String word) {
        return key(word).replace("ts", "s").replace("z", "s").replace("th", "f").replace("h", "g");
    }

    private static Rule rule(String written, String levelled) {
        return new Rule(Pattern.compile(written), levelled);
    }

    /** Russian and Kazakh letters; their own order is that of the alphabet. */
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
