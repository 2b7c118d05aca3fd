package deltascope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataCommandTest {
  @TempDir Path folder;

  @Test
  void theSheetShowsTwentyOfEachMadeDigitWhereThereIsNoMnist() throws IOException {
    Path file = folder.resolve("sheet.png");
    assertEquals(0, CommandLineInterface.run("data", "--data", "" + folder, "sheet", "" + file));
    BufferedImage sheet = ImageIO.read(file.toFile());
    assertEquals(20 * 60, sheet.getWidth(), "twenty columns of 28 + 2 pixels, twice as large");
    assertEquals(10 * 60, sheet.getHeight());
  }

  @Test
  void theQualityCannotBeMeasuredWithoutMnistAndSaysWhy() {
    PrintStream errors = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      assertEquals(1, CommandLineInterface.run("data", "--data", "" + folder, "quality"));
    } finally {
      System.setErr(errors);
    }
    String words = said.toString(StandardCharsets.UTF_8);
    assertTrue(words.startsWith("data is " + folder), words);
    assertTrue(words.contains("MNIST"), words);
  }
}
