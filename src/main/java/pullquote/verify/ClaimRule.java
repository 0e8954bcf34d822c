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
    WORDS {
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
            return !claim.numericFacts().containedIn(source.numericFacts());
        }
    },
    /** A name is not the source's, or is given to somebody else. */
    NAMES {
        @Override
        boolean violates(AnalyzedSentence claim, AnalyzedSentence source, Set<String> meant) {
            return !source.hasNames(claim, meant)
                    || !claim.resolvesPronouns(meant)
                    || !claim.entities().hasConsistentNames(claim.words());
        }
    },
    /** Words between quotation marks do not stand there so. */
    QUOTATION {
        @Override
        boolean violates(AnalyzedSentence claim, AnalyzedSentence source, Set<String> meant) {
            return !ReportedSpeech.hasBalancedQuotes(claim.text())
                    || !ReportedSpeech.quotations(claim.text()).stream().allMatch(source::hasWords);
        }
    },
    /** One of them denies what the other does not. */
    NEGATION {
        @Override
        boolean violates(AnalyzedSentence claim, AnalyzedSentence source, Set<String> meant) {
            return !source.negations().preservedIn(claim.negations(), claim.stems(), source.stems());
        }
    },
    /** What somebody said is told as a fact, or the other way round. */
    ATTRIBUTION {
        @Override
        boolean violates(AnalyzedSentence claim, AnalyzedSentence source, Set<String> meant) {
            boolean lost = source.isSpeechOf(claim) && !ReportedSpeech.hasReportingClause(claim.words())
                    || source.isReportedAbout(claim) && !claim.isReported();
            boolean added = claim.isReported() && !source.isReportedAbout(claim) && !source.sharesReportingVerb(claim);
            return lost || added;
        }
    },
    /** Somebody else said so. */
    SPEAKER {
        @Override
        boolean violates(AnalyzedSentence claim, AnalyzedSentence source, Set<String> meant) {
            return !source.predicateArguments().canBeSaidBy(claim.predicateArguments(), meant);
        }
    },
    /** What should be, may be or is planned is told as what is, or the other way round. */
    MODALITY {
        @Override
        boolean violates(AnalyzedSentence claim, AnalyzedSentence source, Set<String> meant) {
            return !claim.predicateArguments().hasModalityOf(source.predicateArguments())
                    || !claim.hedges().containsAll(source.hedgesOf(claim));
        }
    },
    /** Somebody else does it, or to somebody else, or elsewhere. */
    ARGUMENT_STRUCTURE {
        @Override
        boolean violates(AnalyzedSentence claim, AnalyzedSentence source, Set<String> meant) {
            return !source.predicateArguments()
                    .conflictsWith(claim.predicateArguments())
                    .isEmpty();
        }
    };

    abstract boolean violates(AnalyzedSentence claim, AnalyzedSentence source, Set<String> meant);
}
