package org.vitrine.bench.peer;

import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.queries.mlt.MoreLikeThis;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;

/** What Lucene finds alike: "more like this", as its documentation has it. */
public final class LuceneLikeness {
  private static final String TEXT = "text";

  private LuceneLikeness() {}

  /**
   * @param texts by their number, from 0 on
   * @return the number of the nearest of each, -1 where there is none
   */
  public static int[] nearestOfEach(Map<Integer, String> texts) throws IOException {
    Analyzer analyzer = new CJKAnalyzer();
    try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
      write(texts, analyzer, directory);
      try (IndexReader reader = DirectoryReader.open(directory)) {
        return read(texts, analyzer, reader);
      }
    }
  }

  private static void write(
      Map<Integer, String> texts, Analyzer analyzer, ByteBuffersDirectory directory)
      throws IOException {
    try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
      for (int text = 0; text < texts.size(); text++) {
        Document document = new Document();
        document.add(new TextField(TEXT, texts.get(text), Field.Store.NO));
        writer.addDocument(document);
      }
      writer.forceMerge(1);
    }
  }

  private static int[] read(Map<Integer, String> texts, Analyzer analyzer, IndexReader reader)
      throws IOException {
    IndexSearcher searcher = new IndexSearcher(reader);
    MoreLikeThis more = new MoreLikeThis(reader);
    more.setAnalyzer(analyzer);
    more.setFieldNames(new String[] {TEXT});
    more.setMinTermFreq(1);
    more.setMinDocFreq(1);
    int[] nearest = new int[texts.size()];
    for (int text = 0; text < nearest.length; text++) {
      nearest[text] = -1;
      for (ScoreDoc found :
          searcher.search(more.like(TEXT, new StringReader(texts.get(text))), 2).scoreDocs) {
        if (found.doc != text && nearest[text] < 0) {
          nearest[text] = found.doc;
        }
      }
    }
    return nearest;
  }
}
