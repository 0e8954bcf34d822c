package pullquote.text;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Strips Russian and Kazakh inflectional endings from names. Returns every possible form, including wrong ones, so
 * callers must compare all of them.
 */
final class SuffixStripper {
    /** Letters that must remain; shorter stems match unrelated names. */
    private static final int MIN_STEM_LENGTH = 3;

    private static final List<String> RUSSIAN_SUFFIXES =
            splitWords("а у е ы и о ой ою ом ом ым ых ами ам ах ыми я ю ю й ем ём ей ею ии ию ией ия иям иями иях ию"
                    + " ого ому им ая ую ое ий ый ям ями ях ский ского скому ским ском ская ской скую ские ских скими");
    /** Nominative endings that a case ending may have replaced: Елены → Елена, Андрея → Андрей, Казани → Казань. */
    private static final List<String> RUSSIAN_NOMINATIVE_ENDINGS = splitWords("а я й ь ий ый ия ы ая ое ие о");

    private static final List<String> KAZAKH_SUFFIXES =
            splitWords("ның нің дың дің тың тің ға ге қа ке на не ны ні ды ді ты ті н"
                    + " да де та те нда нде дан ден тан тен нан нен мен бен пен лар лер дар дер тар тер лары лері"
                    + " ы і сы сі дағы дегі тағы тегі ндағы ндегі лық лік дық дік тық тік лықтар ліктер дықтар діктер"
                    + " тықтар тіктер нікі дікі тікі ша ше даға мын а е");

    private SuffixStripper() {}

    /** Returns the base forms that a word may be inflected from, starting with the word itself. */
    static Set<String> candidateForms(String word) {
        var forms = new LinkedHashSet<String>();
        forms.add(word);
        String lower = word.toLowerCase(Locale.ROOT);
        if (lower.codePoints()
                .anyMatch(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.CYRILLIC)) {
            for (String stem : candidateStems(lower, RUSSIAN_SUFFIXES)) {
                forms.add(stem);
                RUSSIAN_NOMINATIVE_ENDINGS.forEach(ending -> forms.add(stem + ending));
            }
            for (String stem : candidateStems(lower, KAZAKH_SUFFIXES)) {
                forms.add(stem);
                // Up to two endings, the second one a case, as in Қайраттардың.
                forms.addAll(candidateStems(stem, KAZAKH_SUFFIXES));
            }
        }
        return forms;
    }

    /** Returns the stems that a word may be a Kazakh form of. */
    static List<String> kazakhStems(String word) {
        return candidateStems(word, KAZAKH_SUFFIXES);
    }

    private static List<String> candidateStems(String word, List<String> endings) {
        return endings.stream()
                .filter(ending -> word.endsWith(ending) && word.length() - ending.length() >= MIN_STEM_LENGTH)
                .map(ending -> word.substring(0, word.length() - ending.length()))
                .toList();
    }

    private static List<String> splitWords(String words) {
        return Stream.of(words.split(" ")).distinct().toList();
    }
}
