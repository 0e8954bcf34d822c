package pullquote.verify;

import java.util.Set;
import pullquote.text.ReportedSpeech;

/** Lists the reasons why a source sentence does not support a claim, from the cheapest check to the most expensive. */
enum ClaimRule {
    /** The claim states nothing: it is a question, it is incomplete, or it says too little. */
    NOT_A_STATEMENT {
        @Override
        boolean violates(AnalyzedSentence claim, AnalyzedSentence source, Set<String> referents) {
            return !claim.isStatement();
        }
    },
    /** A content word of the claim is missing from the source. */
    CONTENT_WORDS {
        @Override
        boolean violates(AnalyzedSentence claim, AnalyzedSentence source, Set<String> referents) {
            return claim.contentStems().stream()
                    .anyMatch(stem -> !source.stems().contains(stem) && !referents.contains(stem));
        }
    },
    /** A number, amount or date differs, or counts something else. */
    NUMBERS {
        @Override
        boolean violates(AnalyzedSentence claim, AnalyzedSentence source, Set<String> referents) {
            return !claim.numericFacts().isSubsetOf(source.numericFacts());
        }
    },
    /** A name is missing from the source or belongs to another person. */
    NAMES {
        @Override
        boolean violates(AnalyzedSentence claim, AnalyzedSentence source, Set<String> referents) {
            return !source.containsNamesOf(claim, referents)
                    || !claim.hasReferentsInPronounPositions(referents)
                    || !claim.entities().hasConsistentNames(claim.words());
        }
    },
    /** The claim has unbalanced quotation marks, or the source does not contain the quoted words. */
    QUOTATION {
        @Override
        boolean violates(AnalyzedSentence claim, AnalyzedSentence source, Set<String> referents) {
            return !ReportedSpeech.hasBalancedQuotes(claim.text())
                    || !ReportedSpeech.quotations(claim.text()).stream().allMatch(source::containsQuotation);
        }
    },
    /** The claim negates what the source affirms, or the reverse. */
    NEGATION {
        @Override
        boolean violates(AnalyzedSentence claim, AnalyzedSentence source, Set<String> referents) {
            return !source.negations().isPreservedIn(claim.negations(), claim.stems(), source.stems());
        }
    },
    /** The claim presents a reported statement as a fact, or the reverse. */
    ATTRIBUTION {
        @Override
        boolean violates(AnalyzedSentence claim, AnalyzedSentence source, Set<String> referents) {
            boolean lost = source.hasReportedContentOf(claim) && !ReportedSpeech.hasReportingClause(claim.words())
                    || source.hasReportedOrQuotedContentOf(claim) && !claim.isReported();
            boolean added = claim.isReported()
                    && !source.hasReportedOrQuotedContentOf(claim)
                    && !source.hasReportingVerbOf(claim);
            return lost || added;
        }
    },
    /** The claim attributes the statement to another speaker. */
    SPEAKER {
        @Override
        boolean violates(AnalyzedSentence claim, AnalyzedSentence source, Set<String> referents) {
            return StatementFrame.addsSpeaker(claim, source)
                    || !source.predicateArguments().containsSpeakersOf(claim.predicateArguments(), referents);
        }
    },
    /** The claim states as fact what the source leaves open: "too early to say whether …". */
    OPEN_QUESTION {
        @Override
        boolean violates(AnalyzedSentence claim, AnalyzedSentence source, Set<String> referents) {
            return StatementFrame.settlesOpenQuestion(claim, source);
        }
    },
    /** The claim joins two words with "or" that the source joins with "and", or the reverse. */
    CONJUNCTION {
        @Override
        boolean violates(AnalyzedSentence claim, AnalyzedSentence source, Set<String> referents) {
            return StatementFrame.changesConjunction(claim, source);
        }
    },
    /** The modality differs, for example a plan is presented as a fact, or a hedge is missing. */
    MODALITY {
        @Override
        boolean violates(AnalyzedSentence claim, AnalyzedSentence source, Set<String> referents) {
            return !claim.predicateArguments().isModalityEntailedBy(source.predicateArguments())
                    || !claim.hedges().containsAll(source.hedgesBeforeWordsOf(claim));
        }
    },
    /** The roles differ: the agent, the patient or an adjunct does not match the source. */
    ARGUMENT_STRUCTURE {
        @Override
        boolean violates(AnalyzedSentence claim, AnalyzedSentence source, Set<String> referents) {
            return !source.predicateArguments()
                    .findConflicts(claim.predicateArguments())
                    .isEmpty();
        }
    };

    /**
     * Returns true if the claim violates this rule.
     *
     * @param referents stems that the claim may use where the source has a pronoun
     */
    abstract boolean violates(AnalyzedSentence claim, AnalyzedSentence source, Set<String> referents);
}
