package pullquote.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes untrue sentences of true Russian and Kazakh ones: with another number, date or name, or with a "not" more or less. */
final class Mistranslations {
    private static final Pattern FIGURES = Pattern.compile("\\d+(?:[ .,]\\d+)*");
    private static final Map<String, List<String>> NUMBERS = Map.of(
            "ru",
            List.of(
                    "два три четыре пять",
                    "двух трёх четырёх",
                    "шесть семь восемь",
                    "девяти десяти",
                    "двенадцать тринадцать",
                    "пятнадцати шестнадцати",
                    "несколько двадцать",
                    "миллиарда миллиона",
                    "млрд млн"),
            "kk",
            List.of("екі үш төрт", "алты жеті сегіз", "тоғыз он", "бірнеше жиырма", "миллиард миллион", "бес сегіз"));
    private static final Map<String, List<String>> DATES = Map.of(
            "ru",
            List.of(
                    "январе феврале",
                    "января февраля",
                    "марте апреле",
                    "марта мая",
                    "апреля июня",
                    "июня июля",
                    "мая августа",
                    "субботу пятницу",
                    "воскресенье среду",
                    "понедельник четверг",
                    "среду вторник"),
            "kk",
            List.of(
                    "қаңтар ақпан",
                    "наурыз сәуір",
                    "сәуір мамыр",
                    "маусым шілде",
                    "сәрсенбі бейсенбі",
                    "сенбі жұма",
                    "дүйсенбі жексенбі"));
    private static final List<String> NAMES = List.of(
            "Токаев Назарбаев Масимов",
            "Тоқаев Назарбаев Мәсімов",
            "Азимова Каримова",
            "Әзімова Кәрімова",
            "ОДКБ ООН НАТО",
            "ҰҚШҰ БҰҰ НАТО",
            "Алматы Астану",
            "Алматыдан Астанадан",
            "Казахстан Кыргызстан",
            "Қазақстан Өзбекстан",
            "Отан Жол",
            "Баймуратов Баймагамбетов Байсеитов",
            "Баймұратов Байсейітов",
            "Токашев Токаев",
            "Тоқашев Тоқаев",
            "Резник Родник",
            "Алмазар Атырау",
            "Сокольская Соколова",
            "Кокжиек Казком",
            "Морозкин Морозов",
            "Терсек Темиртау",
            "Рудную Риддер",
            "Сарыбастау Сарыагаш",
            "Кызылозен Карасу",
            "Қызылөзен Қарасу",
            "Новоярск Новосибирск",
            "Кенжебек Кенжеев",
            "Оразова Оспанова",
            "Сәдуова Сәрсенова");
    private static final Pattern RUSSIAN_VERB = Pattern.compile(
            "(?<=[ ,])(?!был)\\p{Ll}{3,}(?:ал|ла|ли|ло|лся|лась|лись|ет|ит|ят|ют|ены|ено|аны)(?=[ .,])");
    private static final List<String> KAZAKH_DENIALS = List.of(
            "ғанын мағанын",
            "генін мегенін",
            "ған маған",
            "ген меген",
            "қан паған",
            "кен пеген",
            "йды майды",
            "йді мейді",
            "ады майды",
            "еді мейді",
            "ды мады",
            "ді меді",
            "ты пады",
            "ті педі");

    private Mistranslations() {}

    /** @param kind {@code number}, {@code date}, {@code name} or {@code negation} */
    record Mistranslation(String kind, String text, HandWrittenSentence of) {}

    /** All that can be made of a sentence by one change. */
    static List<Mistranslation> of(HandWrittenSentence sentence) {
        var all = new ArrayList<Mistranslation>();
        String text = sentence.text();
        String language = sentence.kind();
        for (MatchResult figure : FIGURES.matcher(text).results().toList()) {
            for (String other : List.of(
                    figure.group().replaceFirst("\\d$", "") + nextDigit(figure.group()), "1" + figure.group())) {
                add(all, "number", text.substring(0, figure.start()) + other + text.substring(figure.end()), sentence);
            }
        }
        exchange(all, "number", NUMBERS.getOrDefault(language, List.of()), "(?![\\p{L}])", sentence);
        exchange(all, "date", DATES.getOrDefault(language, List.of()), "", sentence);
        exchange(all, "name", NAMES, "", sentence);
        negate(all, sentence);
        return all;
    }

    private static char nextDigit(String figures) {
        char last = figures.charAt(figures.length() - 1);
        return last == '9' ? '7' : (char) (last + 1);
    }

    private static void exchange(
            List<Mistranslation> all, String kind, List<String> groups, String end, HandWrittenSentence sentence) {
        for (String group : groups) {
            List<String> words = List.of(group.split(" "));
            for (String word : words.subList(0, 1)) {
                Matcher found = Pattern.compile("(?<![\\p{L}])" + word + end).matcher(sentence.text());
                if (found.find()) {
                    words.stream().skip(1).forEach(other -> add(all, kind, found.replaceFirst(other), sentence));
                }
            }
        }
    }

    private static void negate(List<Mistranslation> all, HandWrittenSentence sentence) {
        String text = sentence.text();
        // Two of them make no contrary.
        if (text.contains("ни одн") || text.contains("болмаған") || text.matches(".*[мбп][ае]й?(?:ді|ды)\\.?")) {
            return;
        }
        if (sentence.kind().equals("ru")) {
            for (MatchResult verb : RUSSIAN_VERB.matcher(text).results().toList()) {
                boolean denied = text.substring(0, verb.start()).endsWith("не ");
                String before = text.substring(0, denied ? verb.start() - 3 : verb.start());
                add(all, "negation", before + (denied ? "" : "не ") + text.substring(verb.start()), sentence);
            }
            return;
        }
        Matcher last = Pattern.compile("(\\p{L}+)([.»,]*)$").matcher(text);
        if (last.find()) {
            String verb = last.group(1);
            KAZAKH_DENIALS.stream()
                    .map(pair -> pair.split(" "))
                    .filter(pair -> verb.endsWith(pair[0]))
                    .findFirst()
                    .ifPresent(pair -> add(
                            all,
                            "negation",
                            text.substring(0, last.start())
                                    + verb.substring(0, verb.length() - pair[0].length())
                                    + pair[1]
                                    + last.group(2),
                            sentence));
        }
    }

    private static void add(List<Mistranslation> all, String kind, String text, HandWrittenSentence sentence) {
        if (!text.equals(sentence.text())) {
            all.add(new Mistranslation(kind, text, sentence));
        }
    }
}
