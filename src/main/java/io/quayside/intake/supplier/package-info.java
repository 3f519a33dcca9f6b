/**
 * What suppliers answer to our orders, read into the words of the queue {@code supplier.status}.
 */
package io.quayside.intake.supplier;
