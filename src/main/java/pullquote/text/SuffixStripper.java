package pullquote.text;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The endings that names take in Russian and Kazakh sentences. More is taken off than some names have: who compares must see all forms. */
final class SuffixStripper {
    /** With fewer letters left, it is no name but a piece of one. */
    private static final int MIN_STEM_LENGTH = 3;

    private static final List<String> RUSSIAN_SUFFIXES =
            splitWords("а у е ы и о ой ою ом ом ым ых ами ам ах ыми я ю ю й ем ём ей ею ии ию ией ия иям иями иях ию"
                    + " ого ому им ая ую ое ий ый ям ями ях ский ского скому ским ском ская ской скую ские ских скими");
    /** What stood there before: Елены is of Елена, Андрея of Андрей, Казани of Казань. */
    private static final List<String> RUSSIAN_NOMINATIVE_ENDINGS = splitWords("а я й ь ий ый ия ы ая ое ие о");

    private static final List<String> KAZAKH_SUFFIXES = splitWords("ның нің дың дің тың тің ға ге қа ке на не ны ні ды ді ты ті н"
            + " да де та те нда нде дан ден тан тен нан нен мен бен пен лар лер дар дер тар тер лары лері"
            + " ы і сы сі дағы дегі тағы тегі ндағы ндегі лық лік дық дік тық тік лықтар ліктер дықтар діктер"
            + " тықтар тіктер нікі дікі тікі ша ше даға мын а е");

    private SuffixStripper() {}

    /** The word itself first. */
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
                // Қайраттардың: two at most, of which the last is a case.
                forms.addAll(candidateStems(stem, KAZAKH_SUFFIXES));
            }
        }
        return forms;
    }

    /** What a word may be a Kazakh form of. */
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
