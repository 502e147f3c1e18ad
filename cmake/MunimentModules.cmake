# One static library per folder of models/, one test program per folder of tests/.

# muniment_module(NAME LINK target... [PRIVATE_LINK target...] [SUBFOLDERS folder...])
# Collects the folder's sources; a new file needs no edit here.
function(muniment_module name)
    cmake_parse_arguments(ARG "" "" "LINK;PRIVATE_LINK;SUBFOLDERS" ${ARGN})
    file(GLOB sources CONFIGURE_DEPENDS *.cpp *.h)
    foreach(folder IN LISTS ARG_SUBFOLDERS)
        file(GLOB more CONFIGURE_DEPENDS ${folder}/*.cpp ${folder}/*.h)
        list(APPEND sources ${more})
    endforeach()
    add_library(muniment_${name} STATIC ${sources})
    target_include_directories(muniment_${name} PUBLIC ${CMAKE_SOURCE_DIR})
    target_link_libraries(muniment_${name} PUBLIC ${ARG_LINK} PRIVATE ${ARG_PRIVATE_LINK})
    if(name STREQUAL "base")
        target_precompile_headers(muniment_base PRIVATE ${CMAKE_SOURCE_DIR}/cmake/model_pch.h)
    else()
        target_precompile_headers(muniment_${name} REUSE_FROM muniment_base)
    endif()
endfunction()

# muniment_tests(NAME LINK target... [LABELS label...] [ENVIRONMENT VAR=VALUE...] [TIMEOUT seconds] [OWN_PCH])
# Builds every test_*.cpp of the folder into one program, and registers one CTest entry per file; a file holds one
# test class, registered with MUNIMENT_TEST(name) where the file is test_<name>.cpp. OWN_PCH: for a program that links a
# Qt module for which <QTest> says more (Gui, Widgets, Network), so that the others' precompiled header does not fit.
# Regional servers that a test starts leave what was sent to them in MUNIMENT_STATEMENTS, for tests/statements to read.
function(muniment_tests name)
    cmake_parse_arguments(ARG "OWN_PCH" "TIMEOUT" "LINK;LABELS;ENVIRONMENT" ${ARGN})
    file(GLOB sources CONFIGURE_DEPENDS *.cpp *.h)
    file(GLOB tests CONFIGURE_DEPENDS test_*.cpp)
    if(NOT tests)
        return()
    endif()
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 600)
    endif()
    if(MUNIMENT_SANITIZE MATCHES "thread")
        # Everything takes five to fifteen times as long.
        list(APPEND ARG_ENVIRONMENT "TSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/support/tsan.supp")
        math(EXPR ARG_TIMEOUT "${ARG_TIMEOUT} * 6")
    endif()
    math(EXPR function_timeout "${ARG_TIMEOUT} * 1000")
    list(APPEND ARG_ENVIRONMENT QTEST_FUNCTION_TIMEOUT=${function_timeout})
    add_executable(muniment_test_${name} ${sources})
    target_link_libraries(muniment_test_${name} PRIVATE muniment_test_support ${ARG_LINK})
    if(ARG_OWN_PCH)
        target_precompile_headers(muniment_test_${name} PRIVATE ${CMAKE_SOURCE_DIR}/cmake/test_pch.h)
    else()
        target_precompile_headers(muniment_test_${name} REUSE_FROM muniment_test_support)
    endif()
    foreach(test IN LISTS tests)
        get_filename_component(case ${test} NAME_WE)
        string(REGEX REPLACE "^test_" "" case ${case})
        add_test(NAME ${name}.${case} COMMAND muniment_test_${name} ${case})
        set_tests_properties(${name}.${case} PROPERTIES LABELS "${name};${ARG_LABELS}" TIMEOUT ${ARG_TIMEOUT}
            ENVIRONMENT "QT_QPA_PLATFORM=offscreen;MUNIMENT_SOURCE_DIR=${CMAKE_SOURCE_DIR};MUNIMENT_BINARY_DIR=${CMAKE_BINARY_DIR};MUNIMENT_STATEMENTS=${CMAKE_BINARY_DIR}/statements;MUNIMENT_TEST=${name}.${case};${ARG_ENVIRONMENT}"
            FIXTURES_REQUIRED server_statements)
    endforeach()
endfunction()
