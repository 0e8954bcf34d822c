package pullquote.verify;

import java.util.Set;
import pullquote.text.ReportedSpeech;

/** Why a source sentence may not say what a claim says: the rules of the proof, one each, cheap ones first. */
enum ClaimRule {
    /** It says nothing: a question, an announcement, half a sentence, a word or two. */
    NOT_A_STATEMENT {
        @Override
        boolean violates(AnalyzedSentence claim, AnalyzedSentence source, Set<String> meant) {
            return !claim.isStatement();
        }
    },
    /** A word that tells something does not stand in the source. */
    CONTENT_WORDS {
        @Override
        boolean violates(AnalyzedSentence claim, AnalyzedSentence source, Set<String> meant) {
            return claim.contentStems().stream()
                    .anyMatch(stem -> !source.stems().contains(stem) && !meant.contains(stem));
        }
    },
    /** A number, amount or date is another, or counts something else. */
    NUMBERS {
        @Override
        boolean violates(AnalyzedSentence claim, AnalyzedSentence source, Set<String> meant) {
            return !claim.numericFacts().isSubsetOf(source.numericFacts());
        }
    },
    /** A name is not the source's, or is given to somebody else. */
    NAMES {
        @Override
        boolean violates(AnalyzedSentence claim, AnalyzedSentence source, Set<String> meant) {
            return !source.containsNamesOf(claim, meant)
                    || !claim.hasReferentsInPronounPositions(meant)
                    || !claim.entities().hasConsistentNames(claim.words());
        }
    },
    /** Words between quotation marks do not stand there so. */
    QUOTATION {
        @Override
        boolean violates(AnalyzedSentence claim, AnalyzedSentence source, Set<String> meant) {
            return !ReportedSpeech.hasBalancedQuotes(claim.text())
                    || !ReportedSpeech.quotations(claim.text()).stream().allMatch(source::containsQuotation);
        }
    },
    /** One of them denies what the other does not. */
    NEGATION {
        @Override
        boolean violates(AnalyzedSentence claim, AnalyzedSentence source, Set<String> meant) {
            return !source.negations().isPreservedIn(claim.negations(), claim.stems(), source.stems());
        }
    },
    /** What somebody said is told as a fact, or the other way round. */
    ATTRIBUTION {
        @Override
        boolean violates(AnalyzedSentence claim, AnalyzedSentence source, Set<String> meant) {
            boolean lost = source.hasReportedContentOf(claim) && !ReportedSpeech.hasReportingClause(claim.words())
                    || source.hasReportedOrQuotedContentOf(claim) && !claim.isReported();
            boolean added = claim.isReported()
                    && !source.hasReportedOrQuotedContentOf(claim)
                    && !source.hasReportingVerbOf(claim);
            return lost || added;
        }
    },
    /** Somebody else said so. */
    SPEAKER {
        @Override
        boolean violates(AnalyzedSentence claim, AnalyzedSentence source, Set<String> meant) {
            return !source.predicateArguments().containsSpeakersOf(claim.predicateArguments(), meant);
        }
    },
    /** What should be, may be or is planned is told as what is, or the other way round. */
    MODALITY {
        @Override
        boolean violates(AnalyzedSentence claim, AnalyzedSentence source, Set<String> meant) {
            return !claim.predicateArguments().isModalityEntailedBy(source.predicateArguments())
                    || !claim.hedges().containsAll(source.hedgesBeforeWordsOf(claim));
        }
    },
    /** Somebody else does it, or to somebody else, or elsewhere. */
    ARGUMENT_STRUCTURE {
        @Override
        boolean violates(AnalyzedSentence claim, AnalyzedSentence source, Set<String> meant) {
            return !source.predicateArguments()
                    .findConflicts(claim.predicateArguments())
                    .isEmpty();
        }
    };

    abstract boolean violates(AnalyzedSentence claim, AnalyzedSentence source, Set<String> meant);
}
