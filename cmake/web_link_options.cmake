# How the page's program is linked: one option a line, with its reason.
set(JISHAN_WEB_LINK_OPTIONS
  -sENVIRONMENT=web                # no code for Node, workers or shells
  -sFILESYSTEM=0                   # files come and go through the seam only
  -sMALLOC=emmalloc                # small
  -sINITIAL_MEMORY=33554432        # 32 MiB hold a village year without growing
  -sALLOW_MEMORY_GROWTH=1          # a large import needs more
  -sMAXIMUM_MEMORY=4294967296      # all that 32-bit addresses reach
  -sTOTAL_STACK=1048576            # 1 MiB; no recursion in our code follows what a file holds
  -sMIN_WEBGL_VERSION=1            # the page takes whichever context the machine gives,
  -sMAX_WEBGL_VERSION=2            # so both kinds must be built in
  -sDYNAMIC_EXECUTION=0            # no eval, so a strict content policy is possible
  # What the page may hand in: the single-file page brings its wasm along, a stop is shown as a panel.
  -sINCOMING_MODULE_JS_API=[wasmBinary,onAbort,onRuntimeInitialized,print,printErr]
)
# Files that the link also depends on.
set(JISHAN_WEB_BRIDGE ${PROJECT_SOURCE_DIR}/web/bridge.js)
