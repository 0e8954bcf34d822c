package pullquote.answer.proof;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pullquote.answer.proof.Foreign.Term;
import pullquote.language.Quantity;
import pullquote.language.Quantity.Kind;

/**
 * Why an English sentence may not say what a Russian or Kazakh one says: one rule each. What cannot be checked is held
 * against the translation: a word that is neither known nor a name that stands there.
 */
enum Unfaithful {
    /** A question, an announcement, or nothing that stands in the original. */
    EMPTY {
        @Override
        boolean arises(Foreign claim, Original source) {
            boolean unfinished = claim.text().matches("(?s).*[:?,;…–-][»”\"]?\\s*");
            long shared = claim.contents().stream()
                            .filter(term -> isThere(term, source))
                            .count()
                    + claim.known().size()
                    + claim.quantities().size();
            return unfinished || shared < 2;
        }
    },
    /** A number, amount or date is another, or counts something else. */
    FIGURES {
        @Override
        boolean arises(Foreign claim, Original source) {
            return !claim.quantities().stream()
                    .allMatch(one -> source.quantities().stream().anyMatch(one::isSame)
                                    && isAsOften(claim, source, one)
                                    && counts(claim, source, one)
                            || isYearOfPublication(one, source)
                            || isAnArticle(claim, source, one));
        }
    },
    /** A name is not the original's, in any of its spellings, or is given to somebody else. */
    NAMES {
        @Override
        boolean arises(Foreign claim, Original source) {
            return !claim.known().stream().allMatch(source::names)
                    || !claim.contents().stream()
                            .filter(term -> term.isCapital() && !isThere(term, source))
                            .allMatch(term -> source.hasName(term.text()))
                    || !areTogether(claim, source);
        }
    },
    /** Words between quotation marks do not stand there so; a quotation is not to be translated. */
    QUOTATION {
        @Override
        boolean arises(Foreign claim, Original source) {
            List<Term> quoted = claim.terms().stream().filter(Term::quoted).toList();
            boolean verbatim = claim.quotations().stream()
                    .allMatch(one -> source.contains(one.strip().replaceAll("[.,]$", "")));
            boolean named = quoted.stream()
                    .allMatch(term -> claim.isNumber(term)
                            || claim.isOfKnown(term)
                            || term.isCapital() && source.hasName(term.text()));
            return !verbatim && !named;
        }
    },
    /** One of them denies what the other does not. */
    DENIAL {
        @Override
        boolean arises(Foreign claim, Original source) {
            Set<Integer> denied = claim.denied();
            Set<String> english = claim.terms().stream()
                    .flatMap(term -> term.english().stream())
                    .collect(Collectors.toSet());
            Set<Integer> deniedThere = source.denied(english);
            boolean verb = claim.contents().stream()
                    .filter(term -> claim.isVerb(term) && isThere(term, source))
                    .filter(term -> !claim.isSaying(term) && !isLight(term))
                    .anyMatch(term -> {
                        List<Integer> places = source.places(term.english());
                        return !places.isEmpty()
                                && places.stream()
                                        .noneMatch(place -> deniedThere.contains(source.clause(place))
                                                == claim.isDenied(term, denied));
                    });
            boolean unsaid = claim.terms().stream()
                    .anyMatch(term -> claim.isSaying(term)
                            && claim.isDeniedItself(term)
                            && source.places(term.english()).stream()
                                    .noneMatch(place -> deniedThere.contains(source.clause(place))));
            long verbs = claim.terms().stream()
                    .filter(term -> claim.isVerb(term) && claim.isDeniedItself(term))
                    .count();
            return verb
                    || unsaid
                    || verbs > source.timesDenied(english)
                    || claim.terms().stream().map(Term::clause).distinct().anyMatch(clause -> {
                        Set<Integer> there = clausesOf(claim, clause, source);
                        boolean denies = denied.contains(clause);
                        return there.isEmpty()
                                ? denies && deniedThere.isEmpty()
                                : there.stream().noneMatch(one -> deniedThere.contains(one) == denies);
                    });
        }
    },
    /** What somebody said is told as a fact, or the other way round. */
    TOLD {
        @Override
        boolean arises(Foreign claim, Original source) {
            boolean lost = source.isTold()
                    && !claim.isTold()
                    && claim.terms().stream().noneMatch(term -> source.isSaying(term.english()));
            return lost || claim.isTold() && !source.isTold();
        }
    },
    /** Somebody else said so. */
    SPEAKER {
        @Override
        boolean arises(Foreign claim, Original source) {
            Set<Integer> speakers = source.placesOfSpeakers();
            Set<Integer> saying = claim.terms().stream()
                    .filter(claim::isSaying)
                    .map(Term::clause)
                    .collect(Collectors.toSet());
            return !speakers.isEmpty()
                    && claim.terms().stream()
                            .filter(term -> saying.contains(term.clause()) && term.isCapital())
                            .map(term -> source.placesOf(term.text()))
                            .anyMatch(places ->
                                    !places.isEmpty() && places.stream().noneMatch(speakers::contains));
        }
    },
    /** What may be is told as what is, or the other way round. */
    MOOD {
        @Override
        boolean arises(Foreign claim, Original source) {
            return claim.terms().stream().map(Term::clause).distinct().anyMatch(clause -> {
                Set<Integer> there = clausesOf(claim, clause, source);
                boolean unsure = claim.terms().stream()
                        .anyMatch(term ->
                                term.clause() == clause && claim.grammar().isUnsure(term.lower()));
                return !there.isEmpty() && source.isUnsure(there) != unsure;
            });
        }
    },
    /**
     * One of its words is another's. It may be left out what the original says, but nothing may be put in: where one noun
     * was borne that is not there, a knee became a shoulder, and the owner of a plant another one.
     */
    WORDS {
        @Override
        boolean arises(Foreign claim, Original source) {
            return !claim.contents().stream()
                    .filter(term -> !claim.isSaying(term)
                            && !isLight(term)
                            && !(term.isCapital() && source.hasName(term.text())))
                    .allMatch(term -> isThere(term, source));
        }
    };

    private static final Set<String> LIGHT = Set.of("give", "make", "conduct");
    /** How many words behind a number may tell what it counts. */
    private static final int COUNTED = 2;

    abstract boolean arises(Foreign claim, Original source);

    /** "Gave an interview" says no more than that there was one. */
    private static boolean isLight(Term term) {
        return term.english().stream().anyMatch(LIGHT::contains);
    }

    private static boolean isThere(Term term, Original source) {
        return term.isKnown() ? source.says(term.english()) : source.hasCognate(term.text());
    }

    /** "On Jan. 29" may be told with its year. */
    private static boolean isYearOfPublication(Quantity one, Original source) {
        Optional<LocalDate> date = source.evidence().article().about().date();
        return one.kind() == Kind.YEAR_OF_DATE
                && date.filter(day -> one.values().contains(String.valueOf(day.getYear())))
                        .isPresent()
                && source.quantities().stream().noneMatch(other -> other.kind() == Kind.YEAR_OF_DATE);
    }

    /** From 5 to 15 is not from 15 to 15. */
    private static boolean isAsOften(Foreign claim, Original source, Quantity one) {
        return one.kind() != Kind.NUMBER && one.kind() != Kind.PERCENT
                || claim.quantities().stream().filter(one::isSame).count()
                        <= source.quantities().stream().filter(one::isSame).count();
    }

    /** "Бір апта" is "a week". */
    private static boolean isAnArticle(Foreign claim, Original source, Quantity one) {
        return one.values().equals(Set.of("1"))
                && claim.terms().stream()
                        .filter(term -> term.start() >= one.end())
                        .limit(1)
                        .anyMatch(term -> term.isKnown() && source.isOne(term.english()));
    }

    private static boolean counts(Foreign claim, Original source, Quantity one) {
        if (one.kind() != Kind.NUMBER && one.kind() != Kind.PERCENT) {
            return true;
        }
        boolean counted = one.kind() == Kind.PERCENT
                || claim.terms().stream()
                        .filter(term -> term.start() >= one.end())
                        .limit(COUNTED)
                        .takeWhile(term -> !claim.isNumber(term))
                        .filter(term -> term.isKnown() && !claim.isVerb(term))
                        .findFirst()
                        .map(term -> source.mayCount(one, term.english()))
                        .orElse(true);
        // The price fell by 22 percent: what fell is not what rose by so much.
        Stream<Term> before = claim.terms().stream().filter(term -> term.end() <= one.start() && !term.small());
        Stream<Term> behind = claim.terms().stream().filter(term -> term.start() >= one.end() && !term.small());
        return counted
                && Stream.concat(before.reduce((first, last) -> last).stream(), behind.limit(1))
                        .filter(term -> claim.isVerb(term) && isThere(term, source))
                        .allMatch(term -> source.goesWith(one, term.english()));
    }

    /** Whether names side by side are one's, and titles of those before whom they stand. */
    private static boolean areTogether(Foreign claim, Original source) {
        List<Term> terms = claim.terms();
        return IntStream.range(0, terms.size() - 1).allMatch(i -> {
            Term one = terms.get(i);
            Term next = terms.get(i + 1);
            boolean side = claim.text().substring(one.end(), next.start()).isBlank()
                    && next.isCapital()
                    && source.hasName(next.text())
                    && !claim.isOfKnown(one)
                    && !claim.isOfKnown(next)
                    && !next.small()
                    && !one.small();
            if (!side || one.quoted() != next.quoted()) {
                return true;
            }
            return one.isCapital() && source.hasName(one.text())
                    ? source.haveSideBySide(one.text(), next.text())
                    : !one.isKnown()
                            || claim.isVerb(one)
                            || source.isTitleOf(one.english(), next.text())
                            || claim.isTitleOf(i - 1, i)
                                    && source.isTitleOf(terms.get(i - 1).english(), next.text());
        });
    }

    /** The clauses of the original that share most with one of the translation. */
    private static Set<Integer> clausesOf(Foreign claim, int clause, Original source) {
        var shared = new TreeMap<Integer, Integer>();
        for (Term term : claim.terms()) {
            if (term.clause() == clause) {
                var places = new HashSet<>(source.places(term.english()));
                if (term.isCapital()) {
                    places.addAll(source.placesOf(term.text()));
                }
                places.stream().map(source::clause).distinct().forEach(one -> shared.merge(one, 1, Integer::sum));
            }
        }
        int most = shared.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        return shared.keySet().stream()
                .filter(one -> shared.getOrDefault(one, 0) == most)
                .collect(Collectors.toSet());
    }
}
