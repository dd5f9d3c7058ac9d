package io.virtstack.inventory;

/**
 * The rules that a file must obey to be read.
 *
 * <p>{@link #id()} is stable across releases and is what to store or filter by.
 */
public enum InventoryRule {
    /** The file is there. */
    FILE_MISSING("file.missing"),
    /** The file is a regular file or a directory: no device, pipe or socket. */
    FILE_KIND("file.kind"),
    /** The file can be read; the cause is the failure of the system. */
    FILE_UNREADABLE("file.unreadable"),
    /** The file is not empty. */
    FILE_EMPTY("file.empty"),
    /** The file is a tar archive, possibly compressed, or a directory. */
    ARCHIVE_FORMAT("archive.format"),
    /** The file is of one of the kinds that can be read; a kind is recognised by what a file holds. */
    FILE_UNRECOGNISED("file.unrecognised"),
    /** The text is UTF-8, or UTF-16 with a byte order mark, without errors in the encoding. */
    TEXT_ENCODING("text.encoding"),
    /** A line of text is of the form that its kind demands. */
    TEXT_FORM("text.form"),
    /** A document is well-formed XML. */
    XML_SYNTAX("xml.syntax"),
    /** An XML document has no document type declaration: it could define entities. */
    XML_DOCTYPE("xml.doctype"),
    /** An XML document has the elements and attributes that its kind demands, with values of the right form. */
    XML_FORM("xml.form"),
    /** What the file describes can be a layer; see {@link io.virtstack.violation.Rule}. */
    MODEL_INVALID("model.invalid"),
    /** The archive or directory holds a {@code manifest.json} or an {@code index.json}. */
    ARCHIVE_KIND("archive.kind"),
    /** The archive is complete. */
    ARCHIVE_TRUNCATED("archive.truncated"),
    /** The headers of a tar archive, outer or layer, are well formed. */
    TAR_HEADER("tar.header"),
    /** Data is uncompressed, or compressed with gzip or Zstandard. */
    COMPRESSION_UNSUPPORTED("compression.unsupported"),
    /** Compressed data can be decompressed to its end. */
    COMPRESSION_CORRUPT("compression.corrupt"),
    /** A path and the links it goes through stay inside the archive or directory. */
    PATH_ESCAPE("path.escape"),
    /** A path is reached through few links, and not in a circle. */
    PATH_LOOP("path.loop"),
    /** What is read is a regular file: no directory, device or pipe. */
    ENTRY_KIND("entry.kind"),
    /** What a document refers to is there. */
    ENTRY_MISSING("entry.missing"),
    /** A layer that is kept elsewhere, under a URL, has been downloaded into the file. */
    LAYER_FOREIGN("layer.foreign"),
    /** A blob is as long as its descriptor says. */
    BLOB_SIZE("blob.size"),
    /** A blob has the digest that its descriptor or name says. */
    BLOB_DIGEST("blob.digest"),
    /** The uncompressed tar of a layer has the DiffID that the image's configuration says. */
    LAYER_DIFF_ID("layer.diff-id"),
    /** An image's manifest and configuration agree on the number of layers. */
    LAYER_COUNT("layer.count"),
    /** A document is JSON. */
    JSON_SYNTAX("json.syntax"),
    /** A JSON object has each key once, in one spelling. */
    JSON_DUPLICATE_KEY("json.duplicate-key"),
    /** A document is YAML. */
    YAML_SYNTAX("yaml.syntax"),
    /** A YAML mapping has each key once. */
    YAML_DUPLICATE_KEY("yaml.duplicate-key"),
    /** A YAML mapping's keys are plain values. */
    YAML_KEY("yaml.key"),
    /** A YAML alias names an anchor that stands before it, and is no part of what it names. */
    YAML_ALIAS("yaml.alias"),
    /** A YAML value has no tag of an application's own. */
    YAML_TAG("yaml.tag"),
    /** A document is what a template makes, not the template itself. */
    TEMPLATE_UNRENDERED("template.unrendered"),
    /** A JSON or YAML document has the members that its kind demands, of the right type. */
    DOCUMENT_FORM("document.form"),
    /** Variables in a text are written as Compose demands. */
    VARIABLE_FORM("variable.form"),
    /** A variable that must be set is set. */
    VARIABLE_REQUIRED("variable.required"),
    /** Files that refer to one another do so in no circle. */
    REFERENCE_LOOP("reference.loop"),
    /** What a file refers to is a file on this machine, named relative to it. */
    REFERENCE_REMOTE("reference.remote"),
    /** A quantity is written as the tool that reads the file demands. */
    QUANTITY_FORM("quantity.form"),
    /** A quantity is small enough to be counted. */
    QUANTITY_RANGE("quantity.range"),
    /** A digest is SHA-256 or SHA-512, in its canonical form. */
    DIGEST_FORM("digest.form"),
    /** A manifest or layer is of a media type that can be read. */
    MEDIA_TYPE("media-type.unsupported"),
    /** A manifest is of Docker's schema 2 or OCI's, not of schema 1. */
    MANIFEST_SCHEMA1("manifest.schema1"),
    /** A layout is of version 1.0.0. */
    LAYOUT_VERSION("layout.version"),
    /** There is at least one image. */
    IMAGE_NONE("image.none"),
    /** An image in several platforms has the preferred one, or only one. */
    IMAGE_PLATFORM("image.platform"),
    /** See {@link ReadLimits.Limit#LAYER_BYTES}. */
    LIMIT_LAYER_BYTES("limit.layer-bytes"),
    /** See {@link ReadLimits.Limit#TOTAL_BYTES}. */
    LIMIT_TOTAL_BYTES("limit.total-bytes"),
    /** See {@link ReadLimits.Limit#COMPRESSION_RATIO}. */
    LIMIT_COMPRESSION_RATIO("limit.compression-ratio"),
    /** See {@link ReadLimits.Limit#TAR_ENTRIES}. */
    LIMIT_TAR_ENTRIES("limit.tar-entries"),
    /** See {@link ReadLimits.Limit#TAR_PATH_BYTES}. */
    LIMIT_TAR_PATH_BYTES("limit.tar-path-bytes"),
    /** See {@link ReadLimits.Limit#PATH_LENGTH}. */
    LIMIT_PATH_LENGTH("limit.path-length"),
    /** See {@link ReadLimits.Limit#JSON_BYTES}. */
    LIMIT_JSON_BYTES("limit.json-bytes"),
    /** See {@link ReadLimits.Limit#JSON_TOTAL_BYTES}. */
    LIMIT_JSON_TOTAL_BYTES("limit.json-total-bytes"),
    /** See {@link ReadLimits.Limit#JSON_DEPTH}; also for numbers and keys of extreme length. */
    LIMIT_JSON_DEPTH("limit.json-depth"),
    /** See {@link ReadLimits.Limit#TEXT_BYTES}. */
    LIMIT_TEXT_BYTES("limit.text-bytes"),
    /** See {@link ReadLimits.Limit#TEXT_VALUES}. */
    LIMIT_TEXT_VALUES("limit.text-values"),
    /** See {@link ReadLimits.Limit#YAML_LINE}. */
    LIMIT_YAML_LINE("limit.yaml-line"),
    /** See {@link ReadLimits.Limit#XML_DEPTH}. */
    LIMIT_XML_DEPTH("limit.xml-depth"),
    /** See {@link ReadLimits.Limit#FILES}. */
    LIMIT_FILES("limit.files"),
    /** See {@link ReadLimits.Limit#FOLDER_DEPTH}. */
    LIMIT_FOLDER_DEPTH("limit.folder-depth"),
    /** See {@link ReadLimits.Limit#INDEX_DEPTH}. */
    LIMIT_INDEX_DEPTH("limit.index-depth"),
    /** See {@link ReadLimits.Limit#IMAGES}. */
    LIMIT_IMAGES("limit.images"),
    /** See {@link ReadLimits.Limit#LAYERS}. */
    LIMIT_LAYERS("limit.layers");

    private final String id;

    InventoryRule(String id) {
        this.id = id;
    }

    /** {@return the stable identifier, for example {@code blob.digest}} */
    public String id() {
        return id;
    }
}
