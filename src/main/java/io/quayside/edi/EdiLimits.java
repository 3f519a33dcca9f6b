package io.quayside.edi;

/**
 * What is still read as a document; beyond it is a finding.
 *
 * @param elementBytes size of one element
 * @param elements in one segment; what follows is not split any more
 * @param segments in one file; reading ends there
 * @param findings kept for one set; more are counted only
 */
public record EdiLimits(int elementBytes, int elements, int segments, int findings) {

  /** 1 MB an element, 1,000 elements a segment, 20 million segments a file, 500 findings a set. */
  public static EdiLimits standard() {
    return new EdiLimits(1_000_000, 1_000, 20_000_000, 500);
  }
}
