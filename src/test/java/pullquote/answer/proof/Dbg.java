package pullquote.answer.proof;

import java.util.*;
import pullquote.answer.*;

public final class Dbg {
    public static void main(String[] a) {
        var proof = new StrictProof();
        for (HandWritten h : HandWritten.in(a[0])) {
            if (a.length > 1 && !h.text().contains(a[1])) continue;
            if (proof.prove(new Draft(h.text(), List.of()), h.passages()).isPresent()) continue;
            Reading r = new Reading(h.article());
            Claim c = Claim.of(h.text(), r.cast());
            String best = null;
            for (var p : h.article().paragraphs())
                for (var s : h.article().sentences(p)) {
                    Evidence e = new Evidence(h.article(), p, s);
                    Set<String> meant = r.antecedent(e).map(x -> r.meant(x, e)).orElse(Set.of());
                    Set<Doubt> d = c.doubts(r.claim(e), meant);
                    Set<String> miss = new TreeSet<>(c.contents());
                    miss.removeAll(r.claim(e).stems());
                    miss.removeAll(meant);
                    String x = (miss.size() * 10 + d.size() + 100) + " " + d + " " + miss + " "
                            + r.claim(e).arrangement().against(c.arrangement()) + "\n      " + e.quote()
                            + (a.length > 1
                                    ? "\n    " + r.claim(e).arrangement() + "\n    " + c.arrangement() + "\n   "
                                            + Token.of(c.text(), c.words()).stream()
                                                    .map(t -> t.text() + "/" + t.tag())
                                                    .toList()
                                    : "");
                    if (best == null || x.compareTo(best) < 0) best = x;
                }
            System.out.println(h + "\n   " + best);
        }
    }
}
