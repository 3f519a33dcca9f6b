/**
 * A language model as second reader of orders for people: off unless the installation names one.
 */
package io.quayside.intake.second;
