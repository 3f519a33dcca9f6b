package io.quayside.intake.extract;

import java.util.List;

/** Makes an order of a paper. */
interface PaperReader {

  /** What the paper says, checked against what we know, by the sender's templates. */
  Extraction extract(Paper paper, Knowledge knowledge, List<Learned> learned);
}
