package io.quayside.outbound;

import io.quayside.edi.Finding;
import java.util.List;

/**
 * An interchange of ours, ready to be stored.
 *
 * @param controlNumber ISA13, nine digits
 * @param groupControlNumber GS06, null for a TA1
 * @param setControlNumber ST02, null for a TA1
 * @param functionalId GS01, null for a TA1
 * @param version GS08, null for a TA1
 */
record Written(
    String controlNumber,
    String groupControlNumber,
    String setControlNumber,
    String functionalId,
    String version,
    byte[] bytes,
    List<Finding> findings) {}
