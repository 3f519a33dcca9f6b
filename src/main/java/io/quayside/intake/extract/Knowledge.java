package io.quayside.intake.extract;

import java.util.List;
import java.util.Optional;

/** What we know beside the paper; empty answers where nothing is known. */
public interface Knowledge {

  /** Nothing at all. */
  Knowledge NONE =
      new Knowledge() {
        @Override
        public Optional<Boolean> item(List<String> ids) {
          return Optional.empty();
        }

        @Override
        public Optional<Boolean> poNumber(String number) {
          return Optional.empty();
        }
      };

  /** Is it an item of ours, by any of its numbers? */
  Optional<Boolean> item(List<String> ids);

  /** Does the number look like the sender's earlier ones? */
  Optional<Boolean> poNumber(String number);
}
