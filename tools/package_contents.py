"""What goes into the one-folder application: the trimming of Qt, and what the distribution supplies instead."""

import re

# Plug-ins of Qt that a widgets program never loads, or that drag in a second toolkit (platformtheme gtk3: GTK, cairo,
# pango, ATK). What stays: xcb, Wayland and offscreen, the portal theme, TLS, SVG icons, ibus and compose input.
UNUSED_PLUGINS = re.compile(
    r"plugins/(egldeviceintegrations|generic|networkinformation|sqldrivers|qmltooling|virtualkeyboard)/"
    r"|plugins/platforms/libq(eglfs|linuxfb|minimal|minimalegl|vkkhrdisplay|vnc)\b"
    r"|plugins/imageformats/libq(tiff|tga|wbmp|icns)\b"
    r"|plugins/platformthemes/libqgtk3\b"
    r"|plugins/wayland-graphics-integration-client/lib(vulkan|drm|shm|dmabuf)"
    r"|plugins/wayland-shell-integration/lib(ivi|fullscreen|qt-shell|wl-shell)"
    r"|(^|/)libQt6Egl(FS|Fs)"
)
# Python's Chinese, Japanese and Korean encodings: what a Swedish municipality reads is Unicode or Latin-1.
UNUSED_CODECS = re.compile(r"lib-dynload/_codecs_(cn|hk|iso2022|jp|kr|tw)\.")
QT_TRANSLATION = re.compile(r"translations/(\w+?)_(\w+)\.qm$")
LANGUAGES = {"sv", "en"}

# Libraries that belong to the desktop and not to us: the graphics driver, the font configuration and the bus have to be
# those of the computer. They come through Depends below.
FROM_THE_DISTRIBUTION = re.compile(
    r"lib(gtk-|gdk|cairo|pango|atk|atspi|epoxy|pixman|harfbuzz|graphite|fribidi|thai|datrie"
    r"|X11|Xau|Xdmcp|Xext|Xi|Xrender|Xrandr|Xcursor|Xcomposite|Xdamage|Xfixes|Xinerama|xcb|xkbcommon|wayland"
    r"|glib-|gobject-|gio-|gmodule-|gthread-|pcre|fontconfig|freetype|png|jpeg|brotli|expat"
    r"|dbus-|systemd|cap\.|gcrypt|gpg-error|lz4|zstd|mount|blkid|selinux|bsd|md\."
    r"|stdc\+\+|gcc_s|drm|gbm|GL|EGL|OpenGL|krb5|k5crypto|gssapi|com_err|keyutils)"
)
DEPENDS = [
    "libc6 (>= 2.34)",
    "libstdc++6",
    "libgcc-s1",
    "libegl1",
    "libgl1",
    "libglib2.0-0t64 | libglib2.0-0",
    "libdbus-1-3",
    "libfontconfig1",
    "libfreetype6",
    "libexpat1",
    "libbrotli1",
    "libgssapi-krb5-2",
    "libx11-6",
    "libx11-xcb1",
    "libxkbcommon0",
    "libxkbcommon-x11-0",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-keysyms1",
    "libxcb-shape0",
    "libwayland-client0",
    "libwayland-cursor0",
    "libwayland-egl1",
    "tzdata",
]
RECOMMENDS = ["at-spi2-core", "gnome-keyring | kwalletmanager", "notification-daemon", "fonts-dejavu-core"]

# Imported only by code that the application never reaches; sqlite-utils names pip among what it needs at run time.
LEFT_OUT = ["tkinter", "pip", "setuptools", "distutils", "pydoc", "doctest", "lib2to3", "curses", "xmlrpc"]
LEFT_OUT += ["PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtQuickWidgets", "PySide6.QtOpenGL", "PySide6.QtDesigner"]
LEFT_OUT += ["PySide6.QtSql", "PySide6.QtTest", "PySide6.QtUiTools", "PySide6.QtHelp", "PySide6.QtConcurrent"]
LEFT_OUT += ["pytest", "yaml", "hypothesis", "mypy", "numpy", "PIL"]

# Found by name at run time, so nothing that reads imports can see them.
FOUND_BY_NAME = ["keyring.backends.SecretService", "keyring.backends.kwallet", "keyring.backends.Windows"]
FOUND_BY_NAME += ["keyring.backends.macOS", "uvicorn.loops.asyncio", "uvicorn.lifespan.on", "uvicorn.lifespan.off"]
FOUND_BY_NAME += ["uvicorn.protocols.http.h11_impl", "sqlcipher3.dbapi2"]


def wanted(name: str) -> bool:
    """Whether a file that PyInstaller collected belongs into the package; the name is relative to the application."""
    name = name.replace("\\", "/")
    if UNUSED_PLUGINS.search(name) or UNUSED_CODECS.search(name):
        return False
    if translation := QT_TRANSLATION.search(name):
        catalogue, language = translation.groups()
        return "PySide6" not in name or (catalogue == "qtbase" and language in LANGUAGES)
    return "/" in name or not FROM_THE_DISTRIBUTION.match(name)
