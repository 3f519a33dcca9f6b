/**
 * The commands that need no running hub: {@code validate}, {@code translate}, {@code ack}. No
 * Spring, and Smooks only where an order is translated, so that they start fast.
 */
package io.quayside.cli;
