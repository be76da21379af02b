package imaging.pipelines.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import imaging.filters.ImageFilter;
import imaging.filters.ImagingException;
import imaging.grader.Check;
import imaging.grader.Say;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * L2.2: a catalog that knows no filter by name and finds them all.
 *
 * <p>No lambda here captures a FilterCatalog: where a student's class is missing, JUnit could not
 * even list the methods of this one.
 */
class FilterCatalogLabTest {

  @Check("L2.2.1")
  void aPluginNobodyKnewComesIn() {
    String unheardOf = "x" + UUID.randomUUID();
    List<FilterPlugin> plugins = new ArrayList<>();
    plugins.add(Plugins.named("TILT"));
    plugins.add(Plugins.named(unheardOf));
    plugins.add(new Plugins.Useless());
    Throwable thrown = catchThrowable(() -> FilterCatalog.of(plugins));
    assertThat(thrown)
        .as(
            Say.text(
                "a filter is made while the catalog is: make it when it is asked for",
                "se crea un filtro al crear el catálogo: créalo cuando lo pidan"))
        .isNull();
    FilterCatalog catalog = FilterCatalog.of(plugins);
    plugins.clear();
    assertThat(catalog.names())
        .as(
            Say.text(
                "the names must be there in lower case and sorted, whatever the plug-ins are called",
                "los nombres deben salir en minúsculas y ordenados, se llamen como se llamen"))
        .containsExactly("tilt", "useless", unheardOf);
    assertThat(catalog.create(unheardOf))
        .as(Say.text("the plug-in's own filter", "el filtro del propio complemento"))
        .hasToString(unheardOf);
    ImageFilter first = catalog.create("tilt");
    assertThat(catalog.create("tilt"))
        .as(Say.text("each call must give a new filter", "cada llamada debe dar un filtro nuevo"))
        .isNotSameAs(first);
    List<String> names = catalog.names();
    assertThat(catchThrowable(() -> names.add("extra")))
        .as(Say.text("names() can be changed", "se puede modificar names()"))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Check("L2.2.2")
  void pluginsOnTheClassPathAreFoundPastABrokenOne() {
    FilterCatalog catalog = FilterCatalog.installed();
    assertThat(catalog.names())
        .as(
            Say.text(
                "ServiceLoader has two good plug-ins here, one of them behind two broken ones",
                "ServiceLoader tiene aquí dos complementos buenos, uno detrás de dos rotos"))
        .containsExactly("sepia", "vignette");
    assertThat(catalog.problems())
        .as(
            Say.text(
                "each broken plug-in must be a line of problems(), with its message",
                "cada complemento roto debe ser una línea de problems(), con su mensaje"))
        .hasSize(2)
        .anyMatch(line -> line.contains("Plugins$Broken"))
        .anyMatch(line -> line.contains("Plugins$Absent"));
  }

  @Check("L2.2.3")
  void twoPluginsOfOneNameAreRefused() {
    List<FilterPlugin> plugins = List.of(new Plugins.Sepia(), Plugins.named("SEPIA"));
    Throwable thrown = catchThrowable(() -> FilterCatalog.of(plugins));
    assertThat(thrown)
        .as(
            Say.text(
                "one of two plug-ins with one name silently hides the other",
                "de dos complementos con el mismo nombre, uno tapa al otro sin avisar"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(thrown)
        .as(
            Say.text(
                "the message must name both classes, or nobody finds the second jar",
                "el mensaje debe nombrar las dos clases, o nadie encontrará el segundo jar"))
        .hasMessageContaining("Plugins$Sepia")
        .hasMessageContaining("Plugins$Named");
  }

  @Check("L2.2.4")
  void anUnknownNameIsSaidAloud() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));
      List<FilterPlugin> plugins = List.of(new Plugins.Sepia(), Plugins.named("TILT"));
      Throwable thrown = catchThrowable(() -> FilterCatalog.of(plugins).create("Sepai"));
      assertThat(thrown)
          .as(
              Say.text(
                  "an unknown name is swallowed: it must be an ImagingException",
                  "un nombre desconocido se calla: debe dar una ImagingException"))
          .isInstanceOf(ImagingException.class);
      assertThat(thrown)
          .as(
              Say.text(
                  "the message must quote the name as it was asked for and offer the nearest one",
                  "el mensaje debe citar el nombre tal como se pidió y ofrecer el más parecido"))
          .hasMessageContaining("'Sepai'")
          .hasMessageContaining("did you mean 'sepia'?");
      Throwable turkish = catchThrowable(() -> FilterCatalog.of(plugins).create("tilt"));
      assertThat(turkish)
          .as(
              Say.text(
                  "on a Turkish computer toLowerCase() makes another i: name the locale",
                  "en un ordenador turco toLowerCase() da otra i: indica el idioma (Locale)"))
          .isNull();
    } finally {
      Locale.setDefault(before);
    }
  }

  @Check("L2.2.5")
  void aBrokenPluginTakesNobodyWithIt() {
    List<FilterPlugin> plugins =
        List.of(
            new Plugins.Named(
                () -> {
                  throw new IllegalStateException("no licence");
                }),
            Plugins.named(null),
            Plugins.named(" "),
            Plugins.named("last"));
    Throwable thrown = catchThrowable(() -> FilterCatalog.of(plugins));
    assertThat(thrown)
        .as(
            Say.text(
                "a broken plug-in ends the whole catalog",
                "un complemento roto acaba con todo el catálogo"))
        .isNull();
    FilterCatalog catalog = FilterCatalog.of(plugins);
    assertThat(catalog.names())
        .as(
            Say.text(
                "the plug-in behind the broken ones must be there, and they must not",
                "el complemento detrás de los rotos debe estar, y ellos no"))
        .containsExactly("last");
    assertThat(catalog.problems())
        .as(
            Say.text(
                "each broken plug-in must be a line of problems()",
                "cada complemento roto debe ser una línea de problems()"))
        .hasSize(3)
        .anyMatch(line -> line.contains("no licence"))
        .noneMatch(String::isBlank);
    List<String> problems = catalog.problems();
    assertThat(catchThrowable(problems::clear))
        .as(Say.text("problems() can be changed", "se puede modificar problems()"))
        .isInstanceOf(UnsupportedOperationException.class);
    assertOneThatCannotBeLoadedIsLeftOut();
  }

  private static void assertOneThatCannotBeLoadedIsLeftOut() {
    Iterable<FilterPlugin> plugins =
        Plugins.withOneThatCannotBeLoaded(Plugins.named("a"), Plugins.named("b"));
    Throwable thrown = catchThrowable(() -> FilterCatalog.of(plugins));
    assertThat(thrown)
        .as(
            Say.text(
                "a plug-in that cannot be loaded ends the whole catalog",
                "un complemento que no se puede cargar acaba con todo el catálogo"))
        .isNull();
    FilterCatalog catalog = FilterCatalog.of(plugins);
    assertThat(catalog.names())
        .as(
            Say.text(
                "after next() threw, the iterator still has more",
                "aunque next() falle, al iterador aún le quedan más"))
        .containsExactly("a", "b");
    assertThat(catalog.problems().getFirst())
        .as(Say.text("the message of the failure", "el mensaje del fallo"))
        .contains("provider Blot not found");
  }
}
