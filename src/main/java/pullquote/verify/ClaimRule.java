package pullquote.verify;

import java.util.Set;
import pullquote.text.ReportedSpeech;

/** The rules by which a source sentence can fail to support a claim, the cheapest first. */
enum ClaimRule {
    /** The claim states nothing: it is a question, an announcement, a fragment, or one or two words. */
    NOT_A_STATEMENT {
        @Override
        boolean violates(AnalyzedSentence claim, AnalyzedSentence source, Set<String> meant) {
            return !claim.isStatement();
        }
    },
    /** A content word of the claim is missing in the source. */
    CONTENT_WORDS {
        @Override
        boolean violates(AnalyzedSentence claim, AnalyzedSentence source, Set<String> meant) {
            return claim.contentStems().stream()
                    .anyMatch(stem -> !source.stems().contains(stem) && !meant.contains(stem));
        }
    },
    /** A number, amount or date differs, or counts something else. */
    NUMBERS {
        @Override
        boolean violates(AnalyzedSentence claim, AnalyzedSentence source, Set<String> meant) {
            return !claim.numericFacts().isSubsetOf(source.numericFacts());
        }
    },
    /** A name is not in the source, or belongs to another person. */
    NAMES {
        @Override
        boolean violates(AnalyzedSentence claim, AnalyzedSentence source, Set<String> meant) {
            return !source.containsNamesOf(claim, meant)
                    || !claim.hasReferentsInPronounPositions(meant)
                    || !claim.entities().hasConsistentNames(claim.words());
        }
    },
    /** The words between quotation marks are not in the source. */
    QUOTATION {
        @Override
        boolean violates(AnalyzedSentence claim, AnalyzedSentence source, Set<String> meant) {
            return !ReportedSpeech.hasBalancedQuotes(claim.text())
                    || !ReportedSpeech.quotations(claim.text()).stream().allMatch(source::containsQuotation);
        }
    },
    /** One of the two negates what the other affirms. */
    NEGATION {
        @Override
        boolean violates(AnalyzedSentence claim, AnalyzedSentence source, Set<String> meant) {
            return !source.negations().isPreservedIn(claim.negations(), claim.stems(), source.stems());
        }
    },
    /** A statement by someone is given as a fact, or a fact as a statement. */
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
    /** The statement is attributed to someone else. */
    SPEAKER {
        @Override
        boolean violates(AnalyzedSentence claim, AnalyzedSentence source, Set<String> meant) {
            return StatementFrame.addsSpeaker(claim, source)
                    || !source.predicateArguments().containsSpeakersOf(claim.predicateArguments(), meant);
        }
    },
    /** The claim states as settled what the source leaves open. */
    OPEN_QUESTION {
        @Override
        boolean violates(AnalyzedSentence claim, AnalyzedSentence source, Set<String> meant) {
            return StatementFrame.settlesOpenQuestion(claim, source);
        }
    },
    /** The claim has "or" where the source has "and", or the reverse. */
    CONJUNCTION {
        @Override
        boolean violates(AnalyzedSentence claim, AnalyzedSentence source, Set<String> meant) {
            return StatementFrame.changesConjunction(claim, source);
        }
    },
    /** The modality differs: a plan, obligation or possibility is given as a fact, or the reverse. */
    MODALITY {
        @Override
        boolean violates(AnalyzedSentence claim, AnalyzedSentence source, Set<String> meant) {
            return !claim.predicateArguments().isModalityEntailedBy(source.predicateArguments())
                    || !claim.hedges().containsAll(source.hedgesBeforeWordsOf(claim));
        }
    },
    /** The roles differ: someone else acts, is affected, or the place differs. */
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
