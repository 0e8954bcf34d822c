package pullquote.query;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Lists English words by what they say about an answer. */
final class WordList {
    static final Set<String> MONTHS = of("january february march april may june july august september october november"
            + " december jan feb mar apr jun jul aug sep sept oct nov dec");

    static final Set<String> DATES = of("monday tuesday wednesday thursday friday saturday sunday century centuries"
            + " decade decades today yesterday tomorrow tonight bc ad bce");

    /** Relative times: "after the interview". */
    static final Set<String> TIMES =
            of("year years month months week weeks day days morning evening night noon midnight"
                    + " spring summer autumn winter era after before during when until since while later earlier ago");

    static final Set<String> NUMBERS = of("one two three four five six seven eight nine ten eleven twelve thirteen"
            + " fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty"
            + " ninety hundred hundreds thousand thousands million millions billion billions trillion dozen dozens half"
            + " third thirds quarter twice once double triple pair");

    /** Words that count only the noun that follows: "no unified plan" does not say how many people there were. */
    static final Set<String> LOOSE_NUMBERS = of("several few single no none both majority most many all zero");

    static final Set<String> REASONS =
            of("because since due caused cause causes reason reasons therefore thus to for so"
                    + " led lead leads result resulted resulting owing order as");

    static final Set<String> DURATIONS = of("second seconds minute minutes hour hours day days week weeks month months"
            + " year years decade decades century centuries term terms until since throughout permanently forever mile"
            + " miles kilometre kilometres kilometer kilometers km metre metres meter meters feet foot m ft");

    static final Set<String> FREQUENCIES = of("once twice times daily weekly monthly yearly annually every each hourly"
            + " quarterly always never rarely often per");

    static final Set<String> AGES = of("age aged old born birthday");

    static final Set<String> PREPOSITIONS = of("in at near on from to of outside around through between into across"
            + " along under over within by via north south east west");

    static final Set<String> PLACES = of("abroad overseas countryside home border north south east west coast capital"
            + " city village town region district street world worldwide");

    /** Words of country names in the JDK, in lower case: "united", "kingdom", "kazakhstan". */
    static final Set<String> COUNTRIES = Arrays.stream(Locale.getISOCountries())
            .map(code -> new Locale("", code).getDisplayCountry(Locale.ENGLISH))
            .flatMap(name -> Arrays.stream(name.toLowerCase(Locale.ROOT).split("[ &().,]+")))
            .filter(word -> word.length() > 3)
            .collect(Collectors.toUnmodifiableSet());

    static final Set<String> PRONOUNS = of("he she they it his her their its this these those them");

    static final Set<String> ASKING = of("us has will shall may might much many long often far old"
            + " please tell give show want according article say says said also ever name names called type kind sort"
            + " quote quotes quotation exact exactly words verbatim date dates");

    static final Set<String> SUMMARISING = of("summarise summarize summary summaries sum short brief"
            + " quick concise overview tl dr tldr gist outline recap sentence sentences point points line lines fact facts"
            + " bullet bullets main key important central idea ideas message takeaway takeaways topic topics article story"
            + " text report piece news interview make write provide need please one two three four five six seven"
            + " paragraph content contents whole it 1 2 3 4 5 6 7");

    private WordList() {}

    static Set<String> of(String words) {
        return Set.of(words.split(" "));
    }
}
