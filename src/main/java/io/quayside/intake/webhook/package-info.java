/** Calls to {@code /webhooks/<partner>}: proven by their signature, stored, then answered. */
package io.quayside.intake.webhook;
