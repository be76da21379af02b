package imaging.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.logging.LogType;

/** The page in a real browser, as a person uses it: with a mouse, with the keyboard, on a phone. */
class BrowserTest {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static Stack stack;
  private static Browser browser;

  @BeforeAll
  static void start(@TempDir Path profile) {
    Optional<String> missing = Browser.missing();
    assumeTrue(missing.isEmpty(), missing.orElse(""));
    stack = Stack.start().withWorkers(2);
    browser = Browser.open(profile);
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
      stack.close();
    }
  }

  @BeforeEach
  void open() {
    browser.driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", java.util.Map.of());
    browser.size(1280, 900);
    browser.driver.get(stack.gateway.uri() + "/");
    await().atMost(SOON).until(() -> !browser.elements("#palette button").isEmpty());
  }

  @Test
  void aPhotoIsSentAndTheResultIsSeenBesideIt() throws IOException {
    send("cat.jpg");
    awaitProgress("done in");
    assertThat(shownWidth("after")).isEqualTo(451);
    assertThat(shownWidth("before")).isEqualTo(451);
    assertThat(browser.script("return document.getElementById('after').getAttribute('src')"))
        .asString()
        .startsWith("/v1/results/");
    assertThat(pixelIsGrey()).isTrue();
    browser.screenshot("desktop");
  }

  @Test
  void filtersArePickedAsChipsAndCanBeRemoved() {
    button("edges").click();
    button("brightness").click();
    assertThat(pipeline()).isEqualTo("grayscale|blur:radius=3|edges|brightness:factor=1.4");
    browser
        .driver
        .findElement(org.openqa.selenium.By.cssSelector("[aria-label='Remove blur']"))
        .click();
    browser
        .driver
        .findElement(org.openqa.selenium.By.cssSelector("[aria-label='Later: grayscale']"))
        .click();
    assertThat(pipeline()).isEqualTo("edges|grayscale|brightness:factor=1.4");
  }

  @Test
  void aWrongPipelineIsShownWithItsPlace() throws IOException {
    browser.element("pipeline").clear();
    browser.element("pipeline").sendKeys("grayscale|blurr:radius=2");
    send("cat.jpg");
    await().atMost(SOON).until(() -> browser.element("problem").isDisplayed());
    assertThat(browser.element("problem").getText()).contains("did you mean 'blur'?").contains("^");
    assertThat(browser.element("pipeline").getDomAttribute("aria-invalid")).isEqualTo("true");
    browser.screenshot("wrong-pipeline");
  }

  @Test
  void everythingCanBeReachedWithTheKeyboardAndSaysWhatItIs() {
    List<WebElement> controls = browser.elements("button, input, a[href]");
    for (WebElement control : controls) {
      if (control.isDisplayed()) {
        assertThat(control.getAccessibleName())
            .as(control.getDomProperty("outerHTML"))
            .isNotBlank();
      }
    }
    browser.element("pipeline").sendKeys(Keys.TAB);
    assertThat(browser.driver.switchTo().activeElement().getDomAttribute("id")).isEqualTo("file");
  }

  @Test
  void theSliderBetweenBeforeAndAfterMovesWithArrowKeys() {
    send("cat.jpg");
    awaitProgress("done in");
    browser.element("split").sendKeys(Keys.ARROW_LEFT, Keys.ARROW_LEFT);
    assertThat(
            browser.script(
                "return document.getElementById('stage').style.getPropertyValue('--split')"))
        .isEqualTo("48%");
  }

  @Test
  void nothingIsWiderThanAPhone() throws IOException {
    browser.phone(390, 844);
    browser.driver.navigate().refresh();
    await().atMost(SOON).until(() -> !browser.elements("#palette button").isEmpty());
    send("landscape.jpg");
    awaitProgress("done in");
    assertThat(browser.script("return document.documentElement.scrollWidth")).isEqualTo(390L);
    browser.screenshot("phone");
  }

  @Test
  void theWorkersAndTheQueueAreShownLive() {
    await().atMost(SOON).until(() -> browser.elements("#workers li").size() == 2);
    assertThat(browser.element("workers").getText()).contains("worker-1").contains("worker-2");
    assertThat(browser.element("health").getText()).isEqualTo("connected");
    assertThat(browser.element("lost").getText()).isEqualTo("0");
  }

  @Test
  void textCanBeReadByDayAndByNight() throws IOException {
    send("cat.jpg");
    awaitProgress("done in");
    send("night.jpg");
    await()
        .atMost(SOON)
        .until(() -> browser.element("progress").getText().contains("night.jpg: done"));
    for (String scheme : List.of("light", "dark")) {
      browser.scheme(scheme);
      Object weak = browser.script(Contrast.SCRIPT);
      assertThat((List<?>) weak).as("texts of weak contrast by " + scheme).isEmpty();
    }
    browser.screenshot("dark");
    browser.scheme("light");
  }

  @Test
  void theBrowserHasNothingToComplainOf() {
    send("cat.jpg");
    awaitProgress("done in");
    assertThat(browser.driver.manage().logs().get(LogType.BROWSER).getAll())
        .filteredOn(entry -> !entry.getMessage().contains("400 (Bad Request)"))
        .isEmpty();
  }

  private static void send(String sample) {
    Path photo = Stack.SAMPLES.resolve(sample).toAbsolutePath().normalize();
    browser.element("file").sendKeys(photo.toString());
  }

  private static void awaitProgress(String text) {
    await().atMost(SOON).until(() -> browser.element("progress").getText().contains(text));
    await().atMost(SOON).until(() -> shownWidth("after") > 0);
  }

  private static long shownWidth(String image) {
    return (Long)
        browser.script("return document.getElementById(arguments[0]).naturalWidth", image);
  }

  private static boolean pixelIsGrey() {
    return (Boolean)
        browser.script(
            """
            const canvas = document.createElement('canvas');
            canvas.width = canvas.height = 50;
            const pen = canvas.getContext('2d');
            pen.drawImage(document.getElementById('after'), 0, 0, 50, 50);
            const data = pen.getImageData(0, 0, 50, 50).data;
            for (let i = 0; i < data.length; i += 4) {
              if (Math.abs(data[i] - data[i + 1]) > 3 || Math.abs(data[i] - data[i + 2]) > 3) return false;
            }
            return true;
            """);
  }

  private static WebElement button(String text) {
    return browser.elements("#palette button").stream()
        .filter(button -> button.getText().equals(text))
        .findFirst()
        .orElseThrow();
  }

  private static String pipeline() {
    return browser.element("pipeline").getDomProperty("value");
  }
}
