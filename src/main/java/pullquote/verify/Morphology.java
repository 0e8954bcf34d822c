package pullquote.verify;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Endings and function words of Russian and Kazakh, as far as the verification of translations needs them. */
enum Morphology {
    RUSSIAN(
            "что чтобы который которая которое которые которого которой которому которую которым которых которыми котором"
                    + " потому если когда хотя пока но однако",
            "не ни нет нельзя без никто никого никому никем ничто ничего ничем никогда нигде никуда никакой никакая"
                    + " никакого никаких никакие никаким никакую неспособен",
            // No negation: "не только", "не более".
            "только более менее больше меньше раз",
            "по-видимому словам данным мнению сообщению информации утверждению оценке заявлению",
            "(?:.{2,}(?:л|ла|ло|ли|лся|лась|лось|лись|ет|ёт|ит|ют|ут|ят|ат|ется|ётся|ится|ются|утся|ятся|атся"
                    + "|[^с]ть|ться)|.{4,}(?:ана|ано|аны|ена|ено|ены|ён|ен|ан|ята|яты|ято|ыт|ыта|ыты|ыто))",
            "",
            "(?:мож|мог|возможн|вероятн|предполаг|подозрева|якобы|наверн).*"),
    KAZAKH(
            "бірақ алайда өйткені егер дегенмен ал",
            "жоқ емес ешкім ешқандай ешбір ештеңе ешқашан жоқпын",
            "",
            "деді дейді айтуынша мәліметінше хабарлауынша пікірінше сөзінше дерегінше хабарланғандай"
                    + " айтқандай мәліметі айтуына",
            ".{2,}(?:ған|ген|қан|кен|ғанын|генін|қанын|кенін|йды|йді|ады|еді|атынын|етінін|йтынын|йтінін|атын|етін|мақ|мек)",
            ".{2,}(?:ма|ме|ба|бе|па|пе)(?:ды|ді|дық|дік|ған|ген|й|йды|йді|с|са|се|йтын|йтін|у\\p{L}{0,4}|ған\\p{L}+|ген\\p{L}+"
                    + "|йтын\\p{L}+|йтін\\p{L}+|йынша|йінше|стан|стен)",
            "(?:мүмкін|ықтимал|болжам|сияқты).*");

    private static final Pattern CLAUSE_FINAL_VERB = Pattern.compile(".{2,}(?:д[ыі]|т[ыі])");
    private static final Set<String> COORDINATING_CONJUNCTIONS = Set.of("и", "или", "но", "а", "және", "бірақ", "әрі");
    private static final Pattern COPULA =
            Pattern.compile("бол(?!аша|ат|жа|дырма).{0,10}|ет(?:еді|ті|кен|іп|етін|у).{0,6}");
    private static final Pattern AUXILIARY =
            Pattern.compile("(?:қал|кет|бер|ал|отыр|тұр|жат|жүр|шық|шығ|жібер|қой|таста|бол|біт|сал|кел|көр).{0,8}");

    private final Set<String> clauseOpeners;
    private final Set<String> negators;
    private final Set<String> negationExceptions;
    private final Set<String> attributionWords;
    private final Pattern verbPattern;
    private final Pattern negativeVerbPattern;
    private final Pattern uncertaintyPattern;

    Morphology(
            String opening,
            String denying,
            String undenied,
            String attributing,
            String verb,
            String denyingEnding,
            String unsure) {
        this.clauseOpeners = splitWords(opening);
        this.negators = splitWords(denying);
        this.negationExceptions = splitWords(undenied);
        this.attributionWords = splitWords(attributing);
        this.verbPattern = Pattern.compile(verb);
        this.negativeVerbPattern = Pattern.compile(denyingEnding);
        this.uncertaintyPattern = Pattern.compile(unsure);
    }

    static Morphology of(String language) {
        return language.equals("kk") ? KAZAKH : RUSSIAN;
    }

    /** Returns true if the word opens a clause. */
    boolean isClauseOpener(String word) {
        return clauseOpeners.contains(word.toLowerCase(Locale.ROOT));
    }

    /** Returns true if the word is only a negation. */
    boolean isNegator(String word) {
        return negators.contains(word);
    }

    /** Returns true if the word negates its clause. */
    boolean isNegating(String word, String next) {
        return negators.contains(word) && !negationExceptions.contains(next)
                || negativeVerbPattern.matcher(word).matches();
    }

    /** Returns true if the word joins two words or clauses of the same kind. */
    boolean isConjunction(String word) {
        return COORDINATING_CONJUNCTIONS.contains(word);
    }

    /** Returns true if the words around a verb negate it. */
    boolean isNegatedByContext(String before, String next) {
        return this == KAZAKH ? negators.contains(next) : before.equals("не");
    }

    /** Returns true if the word alone attributes a statement: "по словам", "айтуынша". */
    boolean isAttribution(String word) {
        return attributionWords.contains(word);
    }

    /** Returns true if a Kazakh word is a verb at the end of its clause. Elsewhere it is usually a noun. */
    boolean isClauseFinalVerb(String word) {
        return this == KAZAKH && CLAUSE_FINAL_VERB.matcher(word).matches();
    }

    /** Returns true if the word is a verb in any position. Some nouns have the same form. */
    boolean isVerb(String word) {
        return verbPattern.matcher(word).matches()
                || negativeVerbPattern.matcher(word).matches();
    }

    /** Returns true if the word expresses a possibility. */
    boolean isUncertain(String word) {
        return uncertaintyPattern.matcher(word).matches();
    }

    /**
     * Returns true for a Kazakh verb that adds no meaning or supports the word before it: "кетіп қалған" is one verb,
     * "left".
     */
    boolean isAuxiliary(String word, String before) {
        return this == KAZAKH
                && (COPULA.matcher(word.toLowerCase(Locale.ROOT)).matches()
                        || (before.endsWith("п") || before.equals("жоққа"))
                                && AUXILIARY.matcher(word).matches());
    }

    private static Set<String> splitWords(String list) {
        return list.isEmpty() ? Set.of() : Set.copyOf(List.of(list.split(" ")));
    }
}
