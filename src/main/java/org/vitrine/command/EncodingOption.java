package org.vitrine.command;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import org.vitrine.platform.StartFailed;
import picocli.CommandLine.Option;

/** In which encoding a file is that does not say so itself. */
final class EncodingOption {
  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      defaultValue = "UTF-8",
      description =
          "The encoding of a file without a byte order mark, such as windows-1252 or GB18030 (default: UTF-8)")
  private String name;

  /** Throws {@link StartFailed} with a sentence where there is none of this name. */
  Charset charset() {
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      throw new StartFailed(
          "--encoding “%s” is none that is known; known are UTF-8, windows-1252, GB18030 and many more"
              .formatted(name),
          unknown);
    }
  }
}
