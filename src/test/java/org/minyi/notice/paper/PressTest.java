package org.minyi.notice.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class PressTest {

    /** No drawing of ours asks for anything; one that somebody changed would not get it. */
    @Test
    void a_page_fetches_nothing_from_elsewhere() throws Exception {
        try (var door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            door.setSoTimeout(500);
            var page =
                    """
                    <html xmlns="http://www.w3.org/1999/xhtml"><head>
                    <link rel="stylesheet" type="text/css" href="http://127.0.0.1:%1$d/a.css"/>
                    <style>@import url("http://127.0.0.1:%1$d/b.css"); p {background: url(http://127.0.0.1:%1$d/c.png)}
                    body {font-family: 'Noto Serif SC'}</style>
                    </head><body><p>x<img src="http://127.0.0.1:%1$d/d.png"/><img src="file:///etc/hostname"/></p></body></html>
                    """
                            .formatted(door.getLocalPort());
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            var tree = factory.newDocumentBuilder().parse(new InputSource(new StringReader(page)));

            var pdf = new Press(new Typeface()).onePage(tree).orElseThrow();

            assertThatThrownBy(door::accept).isInstanceOf(SocketTimeoutException.class);
            try (var read = Loader.loadPDF(pdf)) {
                assertThat(read.getPage(0).getResources().getXObjectNames()).isEmpty();
            }
        }
    }
}
