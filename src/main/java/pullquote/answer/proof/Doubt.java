package pullquote.answer.proof;

import java.util.Set;
import pullquote.answer.Speech;

/** Why a source sentence may not say what a claim says: the rules of the proof, one each, cheap ones first. */
enum Doubt {
    /** It says nothing: a question, an announcement, half a sentence, a word or two. */
    EMPTY {
        @Override
        boolean arises(Claim claim, Claim source, Set<String> meant) {
            return !claim.saysSomething();
        }
    },
    /** A word that tells something does not stand in the source. */
    WORDS {
        @Override
        boolean arises(Claim claim, Claim source, Set<String> meant) {
            return claim.contents().stream().anyMatch(stem -> !source.stems().contains(stem) && !meant.contains(stem));
        }
    },
    /** A number, amount or date is another, or counts something else. */
    FIGURES {
        @Override
        boolean arises(Claim claim, Claim source, Set<String> meant) {
            return !claim.figures().areAmong(source.figures());
        }
    },
    /** A name is not the source's, or is given to somebody else. */
    NAMES {
        @Override
        boolean arises(Claim claim, Claim source, Set<String> meant) {
            return !source.hasNames(claim, meant)
                    || !claim.usesAsPronouns(meant)
                    || !claim.cast().areNamedRight(claim.words());
        }
    },
    /** Words between quotation marks do not stand there so. */
    QUOTATION {
        @Override
        boolean arises(Claim claim, Claim source, Set<String> meant) {
            return !Speech.areMarksPaired(claim.text())
                    || !Speech.quotations(claim.text()).stream().allMatch(source::hasWords);
        }
    },
    /** One of them denies what the other does not. */
    DENIAL {
        @Override
        boolean arises(Claim claim, Claim source, Set<String> meant) {
            return !source.denials().areKeptBy(claim.denials(), claim.stems(), source.stems());
        }
    },
    /** What somebody said is told as a fact, or the other way round. */
    TOLD {
        @Override
        boolean arises(Claim claim, Claim source, Set<String> meant) {
            boolean lost = source.isSaidOf(claim) && !Speech.isTold(claim.words())
                    || source.isToldOf(claim) && !claim.isTold();
            boolean added = claim.isTold() && !source.isToldOf(claim) && !source.sharesSaying(claim);
            return lost || added;
        }
    },
    /** Somebody else said so. */
    SPEAKER {
        @Override
        boolean arises(Claim claim, Claim source, Set<String> meant) {
            return !source.arrangement().mayBeSaidBy(claim.arrangement(), meant);
        }
    },
    /** What should be, may be or is planned is told as what is, or the other way round. */
    MOOD {
        @Override
        boolean arises(Claim claim, Claim source, Set<String> meant) {
            return !claim.arrangement().isInMoodOf(source.arrangement())
                    || !claim.hedges().containsAll(source.hedgesOf(claim));
        }
    },
    /** Somebody else does it, or to somebody else, or elsewhere. */
    ARRANGEMENT {
        @Override
        boolean arises(Claim claim, Claim source, Set<String> meant) {
            return !source.arrangement().against(claim.arrangement()).isEmpty();
        }
    };

    abstract boolean arises(Claim claim, Claim source, Set<String> meant);
}
