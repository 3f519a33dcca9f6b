/** Reads files that strangers made in processes of their own, under hard limits. Plain Java. */
package io.quayside.intake.child;
