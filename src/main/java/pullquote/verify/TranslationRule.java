package pullquote.verify;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pullquote.text.Quantity;
import pullquote.text.Quantity.Kind;
import pullquote.verify.TranslatedSentence.Term;

/**
 * The rules by which an English sentence can fail to support a Russian or Kazakh one. What cannot be checked counts
 * against the translation: a word that is neither known nor a name in the source.
 */
enum TranslationRule {
    /** The claim is a question, an announcement, or shares nothing with the source. */
    NOT_A_STATEMENT {
        @Override
        boolean violates(TranslatedSentence claim, SourceFacts source) {
            boolean unfinished = claim.text().matches("(?s).*[:?,;…–-][»”\"]?\\s*");
            long shared = claim.contentTerms().stream()
                            .filter(term -> isInSource(term, source))
                            .count()
                    + claim.knownNames().size()
                    + claim.quantities().size();
            return unfinished || shared < 2;
        }
    },
    /** A number, amount or date differs, or counts something else. */
    NUMBERS {
        @Override
        boolean violates(TranslatedSentence claim, SourceFacts source) {
            return !claim.quantities().stream()
                    .allMatch(one -> source.quantities().stream().anyMatch(one::hasCommonValue)
                                    && isWithinSourceCount(claim, source, one)
                                    && hasConsistentContext(claim, source, one)
                            || isPublicationYear(one, source)
                            || isIndefiniteArticle(claim, source, one));
        }
    },
    /** A name is not in the source in any spelling, or belongs to another person. */
    NAMES {
        @Override
        boolean violates(TranslatedSentence claim, SourceFacts source) {
            return !claim.knownNames().stream().allMatch(source::hasKnownName)
                    || !claim.contentTerms().stream()
                            .filter(term -> term.isCapitalized() && !isInSource(term, source))
                            .allMatch(term -> source.hasName(term.text()))
                    || !hasConsistentNamePairs(claim, source);
        }
    },
    /** The words between quotation marks are not in the source. Quotations are not translated. */
    QUOTATION {
        @Override
        boolean violates(TranslatedSentence claim, SourceFacts source) {
            List<Term> quoted = claim.terms().stream().filter(Term::quoted).toList();
            boolean verbatim = claim.quotations().stream()
                    .allMatch(one -> source.contains(one.strip().replaceAll("[.,]$", "")));
            boolean named = quoted.stream()
                    .allMatch(term -> claim.isNumber(term)
                            || claim.isKnownName(term)
                            || term.isCapitalized() && source.hasName(term.text()));
            return !verbatim && !named;
        }
    },
    /** One of the two negates what the other affirms. */
    NEGATION {
        @Override
        boolean violates(TranslatedSentence claim, SourceFacts source) {
            Set<Integer> denied = claim.negatedClauses();
            Set<String> english = claim.terms().stream()
                    .flatMap(term -> term.englishStems().stream())
                    .collect(Collectors.toSet());
            Set<Integer> deniedThere = source.negatedClauses(english);
            boolean verb = claim.contentTerms().stream()
                    .filter(term -> claim.isVerb(term) && isInSource(term, source))
                    .filter(term -> !claim.isReportingWord(term) && !isLightVerb(term))
                    .anyMatch(term -> {
                        List<Integer> places = source.positions(term.englishStems());
                        return !places.isEmpty()
                                && places.stream()
                                        .noneMatch(place -> deniedThere.contains(source.clauseIndex(place))
                                                == claim.isNegated(term, denied));
                    });
            boolean unsaid = claim.terms().stream()
                    .anyMatch(term -> claim.isReportingWord(term)
                            && claim.isDirectlyNegated(term)
                            && source.positions(term.englishStems()).stream()
                                    .noneMatch(place -> deniedThere.contains(source.clauseIndex(place))));
            long verbs = claim.terms().stream()
                    .filter(term -> claim.isVerb(term) && claim.isDirectlyNegated(term))
                    .count();
            return verb
                    || unsaid
                    || verbs > source.countNegations(english)
                    || claim.terms().stream().map(Term::clauseIndex).distinct().anyMatch(clause -> {
                        Set<Integer> there = bestMatchingClauses(claim, clause, source);
                        boolean denies = denied.contains(clause);
                        return there.isEmpty()
                                ? denies && deniedThere.isEmpty()
                                : there.stream().noneMatch(one -> deniedThere.contains(one) == denies);
                    });
        }
    },
    /** A statement by someone is given as a fact, or a fact as a statement. */
    ATTRIBUTION {
        @Override
        boolean violates(TranslatedSentence claim, SourceFacts source) {
            boolean lost = source.isReported()
                    && !claim.isReported()
                    && claim.terms().stream().noneMatch(term -> source.containsReportingVerb(term.englishStems()));
            return lost || claim.isReported() && !source.isReported();
        }
    },
    /** The statement is attributed to someone else. */
    SPEAKER {
        @Override
        boolean violates(TranslatedSentence claim, SourceFacts source) {
            Set<Integer> speakers = source.speakerPositions();
            Set<Integer> saying = claim.terms().stream()
                    .filter(claim::isReportingWord)
                    .map(Term::clauseIndex)
                    .collect(Collectors.toSet());
            return !speakers.isEmpty()
                    && claim.terms().stream()
                            .filter(term -> saying.contains(term.clauseIndex()) && term.isCapitalized())
                            .map(term -> source.positionsOfName(term.text()))
                            .anyMatch(places ->
                                    !places.isEmpty() && places.stream().noneMatch(speakers::contains));
        }
    },
    /** A possibility is given as a fact, or a fact as a possibility. */
    MODALITY {
        @Override
        boolean violates(TranslatedSentence claim, SourceFacts source) {
            return claim.terms().stream().map(Term::clauseIndex).distinct().anyMatch(clause -> {
                Set<Integer> there = bestMatchingClauses(claim, clause, source);
                boolean unsure = claim.terms().stream()
                        .anyMatch(term -> term.clauseIndex() == clause
                                && claim.morphology().isUncertain(term.lower()));
                return !there.isEmpty() && source.isUncertain(there) != unsure;
            });
        }
    },
    /**
     * A word of the claim is missing in the source. A translation may omit words but not add any. (When one unknown
     * noun was allowed, a knee became a shoulder.)
     */
    CONTENT_WORDS {
        @Override
        boolean violates(TranslatedSentence claim, SourceFacts source) {
            return !claim.contentTerms().stream()
                    .filter(term -> !claim.isReportingWord(term)
                            && !isLightVerb(term)
                            && !(term.isCapitalized() && source.hasName(term.text())))
                    .allMatch(term -> isInSource(term, source));
        }
    };

    private static final Set<String> LIGHT_VERBS = Set.of("give", "make", "conduct");
    /** How many words after a number can name what it counts. */
    private static final int MAX_COUNTED_WORD_DISTANCE = 2;

    abstract boolean violates(TranslatedSentence claim, SourceFacts source);

    /** In "gave an interview" the verb adds nothing to the noun. */
    private static boolean isLightVerb(Term term) {
        return term.englishStems().stream().anyMatch(LIGHT_VERBS::contains);
    }

    private static boolean isInSource(Term term, SourceFacts source) {
        return term.hasTranslation() ? source.containsWord(term.englishStems()) : source.hasCognate(term.text());
    }

    /** A day may be given with the year of publication. */
    private static boolean isPublicationYear(Quantity one, SourceFacts source) {
        Optional<LocalDate> date = source.evidence().article().frontMatter().date();
        return one.kind() == Kind.YEAR_OF_DATE
                && date.filter(day -> one.values().contains(String.valueOf(day.getYear())))
                        .isPresent()
                && source.quantities().stream().noneMatch(other -> other.kind() == Kind.YEAR_OF_DATE);
    }

    /** A range "from 5 to 15" is not "from 15 to 15". */
    private static boolean isWithinSourceCount(TranslatedSentence claim, SourceFacts source, Quantity one) {
        return one.kind() != Kind.NUMBER && one.kind() != Kind.PERCENT
                || claim.quantities().stream().filter(one::hasCommonValue).count()
                        <= source.quantities().stream()
                                .filter(one::hasCommonValue)
                                .count();
    }

    /** "Бір апта" is "a week". */
    private static boolean isIndefiniteArticle(TranslatedSentence claim, SourceFacts source, Quantity one) {
        return one.values().equals(Set.of("1"))
                && claim.terms().stream()
                        .filter(term -> term.start() >= one.end())
                        .limit(1)
                        .anyMatch(term -> term.hasTranslation() && source.hasIndefiniteArticle(term.englishStems()));
    }

    private static boolean hasConsistentContext(TranslatedSentence claim, SourceFacts source, Quantity one) {
        if (one.kind() != Kind.NUMBER && one.kind() != Kind.PERCENT) {
            return true;
        }
        boolean counted = one.kind() == Kind.PERCENT
                || claim.terms().stream()
                        .filter(term -> term.start() >= one.end())
                        .limit(MAX_COUNTED_WORD_DISTANCE)
                        .takeWhile(term -> !claim.isNumber(term))
                        .filter(term -> term.hasTranslation() && !claim.isVerb(term))
                        .findFirst()
                        .map(term -> source.isCountConsistent(one, term.englishStems()))
                        .orElse(true);
        // In "the price fell by 22 percent" the words before the number say what fell.
        Stream<Term> before = claim.terms().stream().filter(term -> term.end() <= one.start() && !term.functionWord());
        Stream<Term> behind = claim.terms().stream().filter(term -> term.start() >= one.end() && !term.functionWord());
        return counted
                && Stream.concat(before.reduce((first, last) -> last).stream(), behind.limit(1))
                        .filter(term -> claim.isVerb(term) && isInSource(term, source))
                        .allMatch(term -> source.isNear(one, term.englishStems()));
    }

    /** Returns true if adjacent names belong together, and titles to the names after them. */
    private static boolean hasConsistentNamePairs(TranslatedSentence claim, SourceFacts source) {
        List<Term> terms = claim.terms();
        return IntStream.range(0, terms.size() - 1).allMatch(i -> {
            Term one = terms.get(i);
            Term next = terms.get(i + 1);
            boolean side = claim.text().substring(one.end(), next.start()).isBlank()
                    && next.isCapitalized()
                    && source.hasName(next.text())
                    && !claim.isKnownName(one)
                    && !claim.isKnownName(next)
                    && !next.functionWord()
                    && !one.functionWord();
            if (!side || one.quoted() != next.quoted()) {
                return true;
            }
            return one.isCapitalized() && source.hasName(one.text())
                    ? source.hasAdjacentNames(one.text(), next.text())
                    : !one.hasTranslation()
                            || claim.isVerb(one)
                            || source.isTitleOf(one.englishStems(), next.text())
                            || claim.isTitleWithComplement(i - 1, i)
                                    && source.isTitleOf(terms.get(i - 1).englishStems(), next.text());
        });
    }

    /** Returns the source clauses that share most words with a clause of the translation. */
    private static Set<Integer> bestMatchingClauses(TranslatedSentence claim, int clause, SourceFacts source) {
        var shared = new TreeMap<Integer, Integer>();
        for (Term term : claim.terms()) {
            if (term.clauseIndex() == clause) {
                var places = new HashSet<>(source.positions(term.englishStems()));
                if (term.isCapitalized()) {
                    places.addAll(source.positionsOfName(term.text()));
                }
                places.stream().map(source::clauseIndex).distinct().forEach(one -> shared.merge(one, 1, Integer::sum));
            }
        }
        int most = shared.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        return shared.keySet().stream()
                .filter(one -> shared.getOrDefault(one, 0) == most)
                .collect(Collectors.toSet());
    }
}
